package org.numericclaims.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.numericclaims.http.Sha256;

/** What a key is to whoever sends it: a prefix by which it can be told, and 256 random bits. */
final class KeyText {

    /** What every key of ours begins with. */
    static final String PREFIX = "nc_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    /** One that nobody can guess. */
    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of it. Its bits are random, so that no salt and no slow hash makes it harder to guess. */
    static byte[] hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
