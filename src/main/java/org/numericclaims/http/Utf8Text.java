package org.numericclaims.http;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/** The text of a body that is read as a stream, strictly in UTF-8 (a mark before it is fine), item by item. */
final class Utf8Text extends FilterReader {

    /** As many characters as {@link JsonBodyReader} takes bytes, and what a reader takes ahead. */
    private static final int LONGEST_ITEM = JsonBodyReader.LIMIT;

    private static final char MARK = '\uFEFF';

    private long read;

    Utf8Text(InputStream body) throws IOException {
        super(strict(body));
    }

    void beginItem() {
        read = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        read += Math.max(n, 0);
        if (read > LONGEST_ITEM) {
            throw Problems.of(413, "body_too_large", "One item may have " + LONGEST_ITEM + " characters.");
        }
        return n;
    }

    private static Reader strict(InputStream body) throws IOException {
        var reader = new PushbackReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()), 2);
        var ahead = new char[2];
        int n = Math.max(reader.read(ahead), 0);
        if (n == 2 && (ahead[0] == 0 || ahead[1] == 0)) {
            throw new MalformedInputException(1); // UTF-16 without a mark: a U+0000 beside each letter
        }
        int mark = n > 0 && ahead[0] == MARK ? 1 : 0;
        reader.unread(ahead, mark, n - mark);
        return reader;
    }
}
