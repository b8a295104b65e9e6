package org.numericclaims.figure.unit;

/** The families of units; only physical ones convert into another. */
public enum UnitKind {
    /** Things or people: whole numbers. */
    COUNT,
    /** A UCUM code: lengths, masses, spans of time and the like. */
    PHYSICAL,
    /** A currency, by its ISO 4217 code. */
    MONEY,
    /** Percent, and the points between two percentages. */
    SHARE,
    /** How many times as much. */
    RATIO,
    /** X per Y. */
    RATE
}
