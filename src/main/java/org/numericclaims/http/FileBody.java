package org.numericclaims.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A long body that is read as a stream, unpacked where it came as gzip; its limit counts what comes out. */
public final class FileBody extends FilterInputStream {

    private final long limit;
    private long read;

    private FileBody(InputStream unpacked, long limit) {
        super(unpacked);
        this.limit = limit;
    }

    /**
     * The body under these headers, of at most so many bytes; refuses with 415 what is neither UTF-8 nor packed in a
     * way that is known, and with 413 what says that it is too long.
     */
    public static FileBody of(InputStream body, HttpHeaders headers, long limit) throws IOException {
        var charset = headers.getMediaType().getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw Problems.of(415, "unsupported_media_type", "Send the file in UTF-8.");
        }
        var encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            var length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
            if (length != null && Long.parseLong(length) > limit) {
                throw tooLarge(limit);
            }
            return new FileBody(body, limit);
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw Problems.of(415, "content_encoding", "Send the file as it is, or with Content-Encoding: gzip.");
        }
        try {
            return new FileBody(new GZIPInputStream(body), limit);
        } catch (ZipException e) {
            throw malformed();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int n = super.read(into, offset, length);
            read += Math.max(n, 0);
            if (read > limit) {
                throw tooLarge(limit);
            }
            return n;
        } catch (ZipException e) {
            throw malformed();
        }
    }

    private static RuntimeException tooLarge(long limit) {
        return Problems.coded(413, "body_too_large", "A file may have " + limit + " bytes, unpacked.")
                .withHeader("Connection", "close")
                .build();
    }

    private static RuntimeException malformed() {
        return Problems.of(400, "malformed_gzip", "The body is not what gzip makes; pack the file again.");
    }
}
