package org.numericclaims.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a misspelt name probably meant, so that a refusal can say it. */
public final class Nearest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** A sentence that names the nearest of the known names, which are at least one. */
    public static String hint(String wrong, Collection<String> known) {
        var folded = wrong.substring(0, Math.min(wrong.length(), 100)).toLowerCase(Locale.ROOT);
        return "Did you mean '"
                + known.stream()
                        .sorted()
                        .min(Comparator.comparing(name -> DISTANCE.apply(folded, name)))
                        .orElseThrow()
                + "'?";
    }
}
