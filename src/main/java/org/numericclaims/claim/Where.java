package org.numericclaims.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.numericclaims.database.Rows;

/**
 * The conditions of a statement over claims, and how well a claim answers them where words are searched; what a caller
 * sent is always bound, never written into it.
 */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private Condition rank;

    /** Adds a condition with one question mark for each value. */
    public Where and(String condition, Object... bound) {
        conditions.add(condition);
        values.addAll(List.of(bound));
        return this;
    }

    /** Adds that the column has one of these values: none of them, no row. */
    public Where in(String column, Collection<?> any) {
        if (any.isEmpty()) {
            return and("false"); // so that nothing is looked at
        }
        if (any.size() == 1) {
            // equality, not a list of one: only so does an index give the order as well
            return and(column + " = ?", any.iterator().next());
        }
        return and(column + " = any(?)", any);
    }

    /** Says how well a claim answers what is asked, as a number: higher is better. */
    void rankedBy(Condition number) {
        rank = number;
    }

    /** What was said by {@link #rankedBy}; null where no words are searched. */
    Condition rank() {
        return rank;
    }

    /** Adds all the conditions of another. */
    Where and(Where other) {
        conditions.addAll(other.conditions);
        values.addAll(other.values);
        return this;
    }

    /** Adds that one of these holds, each of which has a condition: none of them, no row. */
    Where any(List<Where> alternatives) {
        var either = alternatives.stream().map(Where::all).collect(Collectors.joining(" or "));
        conditions.add(either.isEmpty() ? "false" : "(" + either + ")");
        alternatives.forEach(alternative -> values.addAll(alternative.values));
        return this;
    }

    /** The conditions behind the word 'where'; empty where there is none. */
    public String clause() {
        return conditions.isEmpty() ? "" : " where " + all();
    }

    private String all() {
        return String.join(" and ", conditions);
    }

    /** The values of the question marks of the clause. */
    List<Object> values() {
        return values;
    }

    /** Each row of the answer to a statement whose question marks are those of the clause. */
    public <T> List<T> read(String sql, Rows.Reader<T> reader) {
        return Rows.planned(sql, values, reader);
    }
}
