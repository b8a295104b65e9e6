package org.numericclaims.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A service with keys that limits how often it is asked, behind a proxy that says for which address it asks. */
public final class Hurried implements QuarkusTestProfile {

    /** How often a caller may ask in a minute: more than tests prepare with, and soon used up. */
    public static final int PER_MINUTE = 120;

    /** How many wrong keys an address may send in a minute. */
    static final int WRONG_PER_MINUTE = 20;

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(new Keyed().getConfigOverrides());
        settings.put("claims.rate-limit", String.valueOf(PER_MINUTE));
        settings.put("claims.wrong-key-limit", String.valueOf(WRONG_PER_MINUTE));
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
        return settings;
    }
}
