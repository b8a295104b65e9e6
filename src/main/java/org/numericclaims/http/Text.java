package org.numericclaims.http;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Optional;

/** What a text from outside must be, so that it can be kept and shown exactly as it was given. */
record Text(int limit, String controls) {

    record Refusal(String code, String detail) {}

    /** One line of at most {@code limit} characters. */
    static Text line(int limit) {
        return new Text(limit, "");
    }

    /** Lines of at most {@code limit} characters in all, with tabs. */
    static Text paragraph(int limit) {
        return new Text(limit, "\t\n\r");
    }

    /** What forbids to keep it so; empty where nothing does. */
    Optional<Refusal> refusal(String text) {
        if (text.length() <= limit && text.chars().allMatch(Text::isHarmless)) {
            return Optional.empty();
        }
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            return refuse("too_long", "It has " + length + " characters; at most " + limit + " are kept.");
        }
        if (text.indexOf('\0') >= 0) {
            return refuse("nul_character", "Take out the character U+0000.");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            return refuse("unpaired_surrogate", "It has half of a character (an unpaired surrogate); take it out.");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && controls.indexOf(c) < 0)) {
            return refuse("control_character", "Take out the control characters.");
        }
        return Optional.empty();
    }

    /** What nearly all texts are made of: it neither controls anything nor is half of a character. */
    private static boolean isHarmless(int c) {
        return c >= ' ' && c <= '~' || c > 0x9F && c < Character.MIN_SURROGATE;
    }

    /** What forbids a name: characters that turn the direction of the text around it (Unicode TR 36). */
    static Optional<Refusal> nameRefusal(String text) {
        boolean turns = text.codePoints().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
        return turns
                ? refuse("bidi_control", "Take out the characters that turn the writing direction.")
                : Optional.empty();
    }

    /** Whether nothing in it can be seen: white space, format characters, and what Unicode has ignored in display. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Text::isInvisible);
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c)
                || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static Optional<Refusal> refuse(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }
}
