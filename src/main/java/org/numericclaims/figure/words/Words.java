package org.numericclaims.figure.words;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The English words that numbers are made of. */
final class Words {

    private static final List<String> SMALL = List.of(
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                            + " seventeen eighteen nineteen")
                    .split(" "));
    private static final List<String> TENS =
            List.of("_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> PARTS =
            List.of("_ _ half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "));
    private static final Set<String> ORDINAL_UNITS =
            Set.of("first second third fourth fifth sixth seventh eighth ninth".split(" "));

    private static final Map<String, BigDecimal> SCALES = new HashMap<>();

    static {
        scale("hundred", 2);
        scale("thousand", 3);
        scale("lakh", 5);
        scale("million", 6);
        scale("crore", 7);
        scale("billion", 9);
        scale("trillion", 12);
        SCALES.put("dozen", new BigDecimal(12));
        SCALES.put("score", new BigDecimal(20));
    }

    private Words() {}

    private static void scale(String word, int zeros) {
        SCALES.put(word, BigDecimal.ONE.movePointRight(zeros));
    }

    /** 0 to 19, or -1. */
    static int small(String word) {
        return word.equals("nought") ? 0 : SMALL.indexOf(word);
    }

    /** 20, 30 … 90, or -1. */
    static int tens(String word) {
        int at = TENS.indexOf(word);
        return at < 2 ? -1 : at * 10;
    }

    /** The scale of that word in the singular or plural, or null. */
    static BigDecimal scale(String word) {
        var singular = SCALES.get(word);
        return singular != null || !word.endsWith("s") ? singular : SCALES.get(word.substring(0, word.length() - 1));
    }

    /** The scale of a plural that stands alone ("tens", "dozens"), or null. */
    static BigDecimal plural(String word) {
        if (word.equals("tens")) {
            return BigDecimal.TEN;
        }
        return word.endsWith("s") ? scale(word) : null;
    }

    /** A dozen or a score: no power of ten. */
    static boolean isLot(String word) {
        return word.startsWith("dozen") || word.startsWith("score");
    }

    /** The denominator that the word names ("quarters" 4), or 0. */
    static int part(String word) {
        return switch (word) {
            case "halves" -> 2;
            case "fourth", "fourths" -> 4;
            case "hundredth", "hundredths" -> 100;
            case "thousandth", "thousandths" -> 1000;
            default -> Math.max(0, PARTS.indexOf(word.endsWith("s") ? word.substring(0, word.length() - 1) : word));
        };
    }

    static boolean isOrdinalUnit(String word) {
        return ORDINAL_UNITS.contains(word);
    }

    static boolean isArticle(String word) {
        return word.equals("a") || word.equals("an");
    }

    static boolean isCardinal(String word) {
        return small(word) >= 0 || tens(word) >= 0;
    }
}
