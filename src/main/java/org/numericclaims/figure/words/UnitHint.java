package org.numericclaims.figure.words;

/** What the request says about the unit: its name (null if it names none), and whether it counts or is a length. */
public record UnitHint(String name, boolean count, boolean length) {

    public static final UnitHint NONE = new UnitHint(null, false, false);

    boolean is(String unit) {
        return unit.equals(name) || name != null && name.startsWith(unit + " per ");
    }
}
