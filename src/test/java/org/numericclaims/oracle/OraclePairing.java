package org.numericclaims.oracle;

import java.math.BigDecimal;

/**
 * What the rule of comparison (model.md 3) says of two claims, read from the first.
 *
 * @param verdict agree, tension, contradict or incomparable
 * @param relation part_of, whole_of, same, inside or around; null where incomparable
 * @param incomparable the reason, null where comparable
 * @param gap in the first claim's unit, null where incomparable
 */
record OraclePairing(String verdict, String relation, String incomparable, BigDecimal gap) {

    static final String AGREE = "agree";
    static final String TENSION = "tension";
    static final String CONTRADICT = "contradict";

    /** Of two claims that stand and are not comparative. */
    static OraclePairing of(Told a, Told b) {
        if (a.isPartOf(b)) {
            return judged("part_of", a, b);
        }
        if (b.isPartOf(a)) {
            return judged("whole_of", a, b);
        }
        String reason = incomparable(a, b);
        if (reason != null) {
            return new OraclePairing("incomparable", null, reason, null);
        }
        boolean inside = isInside(a, b);
        return judged(inside && isInside(b, a) ? "same" : inside ? "inside" : "around", a, b);
    }

    /** Whether the first claim is the one that is asked to be no more than the other, or the same. */
    boolean isAskedOfTheFirst() {
        return "part_of".equals(relation) || "same".equals(relation) || "inside".equals(relation);
    }

    private static String incomparable(Told a, Told b) {
        if (a.topic() == null || b.topic() == null || !areNested(a.topic(), b.topic())) {
            return "subject";
        }
        if (!a.unit().converts(b.unit())) {
            return "unit";
        }
        if (!kindsAllow(a, b)) {
            return "kind";
        }
        return isInside(a, b) || isInside(b, a) ? null : "period";
    }

    private static boolean areNested(Topic a, Topic b) {
        return a.isWithin(b) || b.isWithin(a);
    }

    private static boolean kindsAllow(Told a, Told b) {
        if (!a.topic().kind().equals(b.topic().kind())) {
            return false;
        }
        return switch (a.topic().kind()) {
            case "flow" -> true;
            case "stock" -> a.topic().equals(b.topic()) || a.unit().isCount();
            case "net" -> a.topic().equals(b.topic());
            default -> throw new IllegalArgumentException(a.topic().kind());
        };
    }

    /** Whether the first is the same or narrower, over the same period or, where it adds up, a shorter one. */
    private static boolean isInside(Told a, Told b) {
        if (!a.topic().isWithin(b.topic())) {
            return false;
        }
        if (a.period() == null || b.period() == null) {
            return a.period() == b.period()
                    && a.topic().equals(b.topic())
                    && a.date().equals(b.date());
        }
        if (a.days().isEmpty() || b.days().isEmpty()) {
            return false;
        }
        return a.topic().kind().equals("flow")
                ? a.days().get().within(b.days().get())
                : a.days().equals(b.days());
    }

    private static OraclePairing judged(String relation, Told a, Told b) {
        if (allow(relation, a.likely(), b.likelyIn(a.unit()))) {
            return new OraclePairing(AGREE, relation, null, BigDecimal.ZERO);
        }
        return allow(relation, a.logical(), b.logicalIn(a.unit()))
                ? new OraclePairing(TENSION, relation, null, gap(relation, a.likely(), b.likelyIn(a.unit())))
                : new OraclePairing(CONTRADICT, relation, null, gap(relation, a.logical(), b.logicalIn(a.unit())));
    }

    private static boolean allow(String relation, Stretch a, Stretch b) {
        return switch (relation) {
            case "same" -> a.meets(b);
            case "part_of", "inside" -> a.allowsAtMost(b);
            case "whole_of", "around" -> b.allowsAtMost(a);
            default -> throw new IllegalArgumentException(relation);
        };
    }

    private static BigDecimal gap(String relation, Stretch a, Stretch b) {
        return switch (relation) {
            case "same" -> a.excess(b).max(b.excess(a));
            case "part_of", "inside" -> a.excess(b);
            case "whole_of", "around" -> b.excess(a);
            default -> throw new IllegalArgumentException(relation);
        };
    }
}
