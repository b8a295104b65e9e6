package org.numericclaims.app;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of our own in the environment. One that this version does not have is refused, never ignored. */
final class Settings {

    private static final String PREFIX = "CLAIMS_";
    private static final String SAMPLES = "CLAIMS_SAMPLES";
    private static final String ADMIN_KEY = "CLAIMS_ADMIN_KEY";
    private static final String ACCESS = "CLAIMS_ACCESS";
    private static final String MODE = "CLAIMS_MODE";
    private static final String READ_ONLY = "read-only";
    private static final String ISSUER = "QUARKUS_OIDC_AUTH_SERVER_URL";
    private static final Form NUMBER = new Form("\\d{1,9}", "a whole number, such as 1000");
    private static final Form TIME = new Form("[1-9]\\d{0,4}s", "a number of seconds, such as 15s");

    private static final Map<String, Form> FORMS = new TreeMap<>(Map.ofEntries(
            entry(SAMPLES, new Form("true|false", "true or false")),
            entry(ACCESS, new Form("public|private", "public or private")),
            entry(MODE, new Form("read-write|read-only", "read-write or read-only")),
            entry("CLAIMS_BODY_LIMIT", new Form("[1-9]\\d{0,8}", "a number of bytes, such as 1000000")),
            entry("CLAIMS_IMPORT_LIMIT", new Form("[1-9]\\d{0,9}", "a number of bytes, such as 2000000000")),
            entry("CLAIMS_CHANGE_STREAMS", NUMBER),
            entry("CLAIMS_RATE_LIMIT", NUMBER),
            entry("CLAIMS_WRONG_KEY_LIMIT", NUMBER),
            entry("CLAIMS_DOWNLOAD_PATIENCE", TIME),
            entry("CLAIMS_STATEMENT_TIMEOUT", TIME),
            entry("CLAIMS_UPLOAD_PATIENCE", TIME)));

    private static final Set<String> KNOWN = Stream.concat(
                    FORMS.keySet().stream(), Stream.of("CLAIMS_DATA_DIR", ADMIN_KEY))
            .collect(Collectors.toCollection(TreeSet::new));

    private static final int SHORTEST_KEY = 32;

    /** The characters of a bearer token (RFC 6750, section 2.1): no header could bring others. */
    private static final String TOKEN = "[A-Za-z0-9._~+/-]+=*";

    private Settings() {}

    /** What the value of a setting has to match, and how that is said. */
    private record Form(String pattern, String words) {}

    static void requireKnown(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new StartRefused("This version has no setting " + name + "; it has "
                            + String.join(", ", KNOWN) + ". Take it out of the environment.");
                });
        FORMS.forEach((name, form) -> {
            if (environment.containsKey(name) && !environment.get(name).matches(form.pattern())) {
                throw new StartRefused(name + " is " + form.words() + ".");
            }
        });
        if (READ_ONLY.equals(environment.get(MODE)) && "true".equals(environment.get(SAMPLES))) {
            throw new StartRefused(SAMPLES + " is true, and " + MODE + " is " + READ_ONLY
                    + ": let an instance that writes load the samples.");
        }
        if (environment.containsKey(ADMIN_KEY)) {
            requireStrong(environment.get(ADMIN_KEY));
        }
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
