package org.numericclaims;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;

/** What becomes of a text by a few slips at random places, the same for the same random numbers. */
public final class Mutations {

    private static final int MOST = 4;

    private Mutations() {}

    /** The text with a few of its characters left out, doubled, swapped, or replaced by those of {@code alphabet}. */
    public static String of(String text, String alphabet, Random random) {
        var changed = new StringBuilder(text);
        for (int left = 1 + random.nextInt(MOST); left > 0; left--) {
            int at = random.nextInt(changed.length() + 1);
            char letter = alphabet.charAt(random.nextInt(alphabet.length()));
            boolean inside = at < changed.length();
            switch (inside ? random.nextInt(5) : 0) {
                case 0 -> changed.insert(at, letter);
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.setCharAt(at, letter);
                case 3 -> changed.insert(at, changed.charAt(at));
                default -> changed.append(changed.charAt(at)).deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    /** The bytes with a few of them left out, doubled, moved, or replaced by any. */
    public static byte[] of(byte[] bytes, Random random) {
        var any = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            any.append((char) i);
        }
        return of(new String(bytes, ISO_8859_1), any.toString(), random).getBytes(ISO_8859_1);
    }
}
