package org.numericclaims.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a body that is read as a stream, strictly in UTF-8 (a mark before it is fine), item by item. What is not
 * UTF-8, and an item that is too long, is refused with its line.
 */
public final class Utf8Text extends Reader {

    /** In characters, and with what a reader takes ahead: far more than all fields of a claim may have. */
    public static final int LONGEST_ITEM = 1_000_000;

    private static final int BUFFER = 8_192;
    private static final char MARK = '\uFEFF';

    private final InputStream body;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean begun;
    private boolean ended;
    private long ofItem;
    private int line = 1;
    private char last;

    public Utf8Text(InputStream body) {
        this.body = body;
    }

    /** What is read from now on is another item. */
    public void beginItem() {
        ofItem = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !decode()) {
            return -1;
        }
        int n = Math.min(length, chars.remaining());
        chars.get(into, offset, n);
        ofItem += n;
        if (ofItem > LONGEST_ITEM) {
            var detail = "One claim may have " + LONGEST_ITEM + " characters; that near line " + line + " has more.";
            throw Problems.of(413, List.of(Fault.place(line, 1, "body_too_large", detail)));
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    /** Decodes some more; false where there is no more. */
    private boolean decode() throws IOException {
        chars.clear();
        while (chars.position() == 0) {
            var result = decoder.decode(bytes, chars, ended);
            boolean none = chars.position() == 0;
            if (none && result.isError()) {
                throw notUtf8();
            }
            if (none && ended) {
                chars.flip();
                return false;
            }
            if (none) {
                fill();
            }
        }
        chars.flip();
        begin();
        countLines();
        return chars.hasRemaining() || decode();
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = body.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        ended = n < 0;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            if (chars.get(0) == 0 || chars.length() > 1 && chars.get(1) == 0) {
                throw notUtf8(); // UTF-16 without a mark: a U+0000 beside each letter
            }
            chars.position(chars.get(0) == MARK ? 1 : 0);
        }
    }

    /** A line ends with CR, LF or both. */
    private void countLines() {
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i - chars.position());
            line += c == '\r' || c == '\n' && last != '\r' ? 1 : 0;
            last = c;
        }
    }

    private RuntimeException notUtf8() {
        var detail = "Line " + line + " is not encoded in UTF-8; save the file in UTF-8 (in a spreadsheet: as \"CSV"
                + " UTF-8\").";
        return Problems.of(400, List.of(Fault.place(line, 1, "not_utf8", detail)));
    }
}
