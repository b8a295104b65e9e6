package org.numericclaims.claim;

import java.util.List;

/** A piece of SQL with the values of its question marks. */
record Condition(String sql, List<Object> values) {}
