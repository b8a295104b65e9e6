package org.numericclaims.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a list goes on: the sort key of the last item shown, signed together with the list that it belongs to, so
 * that neither can be changed. The signing key is the database's, the same for all instances and restarts.
 */
@ApplicationScoped
public class Cursors {

    /** What the parameter means, for the OpenAPI document. */
    public static final String MEANING = "The 'next' of the page before, as it was given, beside the same filters.";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final String SEPARATOR = "\n";

    private final EntityManager em;
    private volatile SecretKeySpec key;

    Cursors(EntityManager em) {
        this.em = em;
    }

    /** A cursor behind the item with these key values, none of which has a line break, in the list named so. */
    public String behind(String list, List<String> values) {
        var payload = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        var signature = sign(list, payload);
        var whole = Arrays.copyOf(signature, signature.length + payload.length);
        System.arraycopy(payload, 0, whole, signature.length, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The key values in the cursor; a problem where it was not made here for this very list. */
    public List<String> read(String list, String cursor) {
        return read(list, "cursor", cursor);
    }

    /** As {@link #read(String, String)}, of a cursor that was sent as that parameter. */
    public List<String> read(String list, String parameter, String cursor) {
        var whole = decode(parameter, cursor);
        if (whole.length > SIGNATURE_BYTES) {
            var payload = Arrays.copyOfRange(whole, SIGNATURE_BYTES, whole.length);
            if (MessageDigest.isEqual(sign(list, payload), Arrays.copyOf(whole, SIGNATURE_BYTES))) {
                return List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            }
        }
        throw invalid(parameter);
    }

    private static byte[] decode(String parameter, String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid(parameter);
        }
    }

    private static RuntimeException invalid(String parameter) {
        return Problems.of(
                400,
                List.of(Fault.parameter(
                        parameter,
                        "invalid_cursor",
                        "Send the 'next' of a page as it is, beside the same filters and sort; or start without.")));
    }

    private byte[] sign(String list, byte[] payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }

    /** Kept once read: it never changes. */
    private SecretKeySpec key() {
        if (key == null) {
            var value =
                    (byte[]) em.createNativeQuery("select value from service_key where name = 'cursor'", byte[].class)
                            .getSingleResult();
            key = new SecretKeySpec(value, ALGORITHM);
        }
        return key;
    }
}
