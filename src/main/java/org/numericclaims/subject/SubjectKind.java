package org.numericclaims.subject;

/** How a subject's figures add up; the constants are named as in JSON, query and column. */
public enum SubjectKind {
    /** Adds up over time and never falls back: deaths, sales. */
    flow,
    /** Adds up but may fall: profit, net migration. */
    net,
    /** Holds at a moment: a price, a rate, a population. */
    stock
}
