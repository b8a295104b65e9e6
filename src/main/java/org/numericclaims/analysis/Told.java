package org.numericclaims.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.numericclaims.figure.Bounds;
import org.numericclaims.figure.Decimals;
import org.numericclaims.figure.Interval;
import org.numericclaims.figure.unit.Unit;

/** Tells what was worked out in a base unit in the unit of a claim, with at most 15 digits, rounded outward. */
record Told(Unit unit) {

    Bounds bounds(Interval inBase) {
        return inBase.told(this::number).bounds();
    }

    /** At most 15 digits, the nearest; null for null. */
    static BigDecimal shortened(BigDecimal number) {
        return Decimals.rounded(number, RoundingMode.HALF_UP);
    }

    /** A distance, which is the same wherever it begins: units may have another zero than their base has. */
    BigDecimal distance(BigDecimal inBase) {
        return Decimals.rounded(number(inBase).subtract(number(BigDecimal.ZERO)), RoundingMode.UP);
    }

    /** The bounds in English: "800,000 to 999,999 people", "818,001 people or more", "less than 5 %". */
    String words(Interval inBase) {
        var bounds = bounds(inBase);
        if (bounds.low() == null) {
            return (bounds.highOpen() ? "less than " : "at most ") + text(bounds.high());
        }
        if (bounds.high() == null) {
            return (bounds.lowOpen() ? "more than " : "at least ") + text(bounds.low());
        }
        return bounds.low().compareTo(bounds.high()) == 0
                ? text(bounds.low())
                : digits(bounds.low()) + " to " + text(bounds.high());
    }

    private String text(BigDecimal number) {
        return digits(number) + " " + unit.name();
    }

    static String digits(BigDecimal number) {
        var format = new DecimalFormat(
                "#,##0.##############################", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(number);
    }

    private BigDecimal number(BigDecimal inBase) {
        var base = unit.base();
        return base.equals(unit) ? inBase : base.convert(inBase, unit);
    }
}
