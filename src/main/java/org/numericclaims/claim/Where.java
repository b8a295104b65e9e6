package org.numericclaims.claim;

import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

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
            return and("false"); // an empty list would not tell of which type it is
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

    /** What is made of a row of an answer. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Each row of the answer to a statement whose question marks are those of the clause. */
    public <T> List<T> read(String sql, Reader<T> reader) {
        return read(sql, values, reader);
    }

    /** Each row of the answer to a statement whose question marks have these values. */
    static <T> List<T> read(String sql, List<Object> values, Reader<T> reader) {
        return Panache.getEntityManager().unwrap(Session.class).doReturningWork(db -> {
            try (var statement = db.prepareStatement(sql)) {
                bind(statement, values);
                try (var row = statement.executeQuery()) {
                    var found = new ArrayList<T>();
                    while (row.next()) {
                        found.add(reader.read(row));
                    }
                    return found;
                }
            }
        });
    }

    /** Gives the question marks of the clause their values. */
    public void bind(PreparedStatement statement) throws SQLException {
        bind(statement, values);
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, bindable(statement, values.get(i)));
        }
    }

    private static Object bindable(PreparedStatement statement, Object value) throws SQLException {
        if (!(value instanceof Collection<?> many)) {
            return value;
        }
        boolean ids = many.stream().allMatch(UUID.class::isInstance);
        boolean numbers = !ids && many.stream().allMatch(BigDecimal.class::isInstance);
        var type = ids ? "uuid" : numbers ? "numeric" : "text";
        return statement.getConnection().createArrayOf(type, many.toArray());
    }
}
