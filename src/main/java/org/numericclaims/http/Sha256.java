package org.numericclaims.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which ETags, keys and requests are known; every Java platform has it. */
public final class Sha256 {

    private Sha256() {}

    /** One that has taken in nothing yet. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] of(byte[] bytes) {
        return begun().digest(bytes);
    }
}
