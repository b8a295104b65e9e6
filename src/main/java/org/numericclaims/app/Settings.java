package org.numericclaims.app;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The settings of our own in the environment. One that this version does not have is refused, never ignored. */
final class Settings {

    private static final String PREFIX = "CLAIMS_";
    private static final String SAMPLES = "CLAIMS_SAMPLES";
    private static final Set<String> KNOWN = new TreeSet<>(Set.of("CLAIMS_CHANGE_STREAMS", "CLAIMS_DATA_DIR", SAMPLES));

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
    }
}
