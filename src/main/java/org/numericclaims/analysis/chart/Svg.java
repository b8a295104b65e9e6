package org.numericclaims.analysis.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes the elements of a picture, each properly closed, and texts that cannot end or begin any. */
final class Svg {

    private static final char UNSHOWABLE = '\uFFFD';

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; names and values of attributes come in turn. */
    Svg begin(String element, Object... attributes) {
        start(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    Svg end() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element with nothing inside. */
    Svg add(String element, Object... attributes) {
        start(element, attributes);
        text.append("/>\n");
        return this;
    }

    /** An element with words inside, whatever they are. */
    Svg words(String element, String words, Object... attributes) {
        return begin(element, attributes).write(words).end();
    }

    /** Words, whatever they are, inside the element that was begun last. */
    Svg write(String words) {
        words.codePoints().forEach(this::escape);
        return this;
    }

    private void start(String element, Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            write(attributes[i + 1] instanceof Double number ? pixels(number) : attributes[i + 1].toString());
            text.append('"');
        }
    }

    private void escape(int character) {
        switch (character) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            default -> text.appendCodePoint(isAllowed(character) ? character : UNSHOWABLE);
        }
    }

    /** Whether XML 1.0 has that character (its production 2); of the line breaks and tabs only as they are. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0x7F
                || c > 0x9F && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xFFFE
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    /** To a tenth of a pixel. */
    static String pixels(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
