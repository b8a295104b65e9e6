package org.numericclaims.figure.words;

import java.math.BigDecimal;

/** A number with the unit that its words name, null where they name none; prefixed where the unit stands before. */
record Amount(Numeral number, String unit, boolean prefixed, int end) {

    BigDecimal value() {
        return number.value();
    }

    boolean unlike(Amount other) {
        boolean bothNamed = unit != null && other.unit != null;
        return bothNamed ? !unit.equals(other.unit) : unit != null && !prefixed;
    }

    /** Multiplied by the scale of the one behind it, where it has none itself and is the smaller number. */
    BigDecimal beside(Amount second) {
        boolean served = !number.scaled() && value().compareTo(second.number.mantissa()) < 0;
        return served ? value().multiply(second.number.scale()) : value();
    }

    /** "30–40,000": 30 or 30,000. */
    boolean ambiguousBeside(Amount second) {
        var thousands = second.value().movePointLeft(3);
        boolean round = thousands.signum() > 0 && thousands.stripTrailingZeros().scale() <= 0;
        boolean bare = !number.scaled() && !second.number.scaled();
        return bare && round && value().signum() > 0 && value().compareTo(thousands) < 0;
    }
}
