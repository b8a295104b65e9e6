package org.numericclaims.naming;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.numericclaims.http.Sha256;

/** A text in a form that an index takes: PostgreSQL's B-trees refuse keys of more than 2,704 bytes. */
final class IndexKey {

    private static final int LONGEST = 2_500;

    private IndexKey() {}

    /** The text, or where it is too long its digest. */
    static String of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? text : "sha-256:" + HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
