package org.numericclaims.app;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The settings of our own in the environment. One that this version does not have is refused, never ignored. */
final class Settings {

    private static final String PREFIX = "CLAIMS_";
    private static final String SAMPLES = "CLAIMS_SAMPLES";
    private static final String ADMIN_KEY = "CLAIMS_ADMIN_KEY";
    private static final String ACCESS = "CLAIMS_ACCESS";
    private static final String ISSUER = "QUARKUS_OIDC_AUTH_SERVER_URL";
    private static final Set<String> NUMBERS =
            new TreeSet<>(Set.of("CLAIMS_CHANGE_STREAMS", "CLAIMS_RATE_LIMIT", "CLAIMS_WRONG_KEY_LIMIT"));
    private static final Set<String> SIZES = new TreeSet<>(Set.of("CLAIMS_BODY_LIMIT", "CLAIMS_IMPORT_LIMIT"));
    private static final Set<String> TIMES =
            new TreeSet<>(Set.of("CLAIMS_DOWNLOAD_PATIENCE", "CLAIMS_STATEMENT_TIMEOUT", "CLAIMS_UPLOAD_PATIENCE"));
    private static final Set<String> KNOWN = new TreeSet<>(Set.of("CLAIMS_DATA_DIR", SAMPLES, ADMIN_KEY, ACCESS));

    static {
        Stream.of(NUMBERS, SIZES, TIMES).forEach(KNOWN::addAll);
    }

    private static final int SHORTEST_KEY = 32;

    /** The characters of a bearer token (RFC 6750, section 2.1): no header could bring others. */
    private static final String TOKEN = "[A-Za-z0-9._~+/-]+=*";

    private Settings() {}

    static void requireKnown(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new StartRefused("This version has no setting " + name + "; it has "
                            + String.join(", ", KNOWN) + ". Take it out of the environment.");
                });
        if (!Set.of("true", "false").contains(environment.getOrDefault(SAMPLES, "false"))) {
            throw new StartRefused(SAMPLES + " is true or false.");
        }
        if (!Set.of("public", "private").contains(environment.getOrDefault(ACCESS, "public"))) {
            throw new StartRefused(ACCESS + " is public or private.");
        }
        requireForm(environment, NUMBERS, "\\d{1,9}", "a whole number, such as 1000");
        requireForm(environment, SIZES, "[1-9]\\d{0,9}", "a number of bytes, such as 1000000");
        requireForm(environment, TIMES, "[1-9]\\d{0,4}s", "a number of seconds, such as 15s");
        if (environment.containsKey(ADMIN_KEY)) {
            requireStrong(environment.get(ADMIN_KEY));
        }
    }

    private static void requireForm(Map<String, String> environment, Set<String> names, String form, String words) {
        names.stream()
                .filter(name ->
                        environment.containsKey(name) && !environment.get(name).matches(form))
                .findFirst()
                .ifPresent(name -> {
                    throw new StartRefused(name + " is " + words + ".");
                });
    }

    /**
     * Whether callers can be known from the start on. Keys in the database are not: it may come after the service, and
     * be another one; so they let nobody listen on an address that others reach.
     */
    static boolean haveKey(Map<String, String> environment) {
        return environment.containsKey(ADMIN_KEY)
                || !environment.getOrDefault(ISSUER, "").isBlank();
    }

    private static void requireStrong(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new StartRefused(ADMIN_KEY + " has " + key.length() + " characters: it must have at least "
                    + SHORTEST_KEY + ", such as those of 'openssl rand -hex 32'; or leave it out.");
        }
        if (!key.matches(TOKEN)) {
            throw new StartRefused(ADMIN_KEY + " must be made of letters and digits of ASCII and of -._~+/ alone,"
                    + " such as by 'openssl rand -hex 32'.");
        }
    }
}
