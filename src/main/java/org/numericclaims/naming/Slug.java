package org.numericclaims.naming;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** The readable part of an address that is made of a name: lower ASCII letters, digits and single hyphens. */
public final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /** The slug of the name in Latin letters, at most 80 characters; {@code fallback} where no letter is left. */
    public static String of(String name, String fallback) {
        var latin = Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(name);
        var slug = latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var cut = slug.length() > LONGEST ? slug.substring(0, LONGEST).replaceAll("-[^-]*$", "") : slug;
        return cut.isEmpty() ? fallback : cut;
    }

    /** The n-th slug to try where the ones before are taken: {@code c}, {@code c-2}, {@code c-3}. */
    public static String numbered(String slug, int n) {
        return n == 1 ? slug : slug + "-" + n;
    }
}
