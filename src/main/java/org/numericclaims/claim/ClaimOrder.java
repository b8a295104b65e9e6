package org.numericclaims.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In which order claims are listed; the id decides between equals, so that no two share a place. */
record ClaimOrder(Key key, boolean descending) implements ClaimSequence {

    private enum Key {
        DATE(List.of("date_end", "date_start"), "date"),
        FIGURE(List.of("figure"), "numeric"),
        CREATED_AT(List.of("created_at"), "timestamptz"),
        UPDATED_AT(List.of("updated_at"), "timestamptz");

        private final List<String> columns;
        private final String type;

        Key(List<String> columns, String type) {
            this.columns = columns;
            this.type = type;
        }
    }

    /** Each by the word that asks for it. */
    static final List<String> WORDS = Arrays.stream(Key.values())
            .map(key -> key.name().toLowerCase(Locale.ROOT))
            .flatMap(word -> Stream.of(word, "-" + word))
            .toList();

    /** The order of that word, which is one of {@link #WORDS}. */
    static ClaimOrder of(String word) {
        boolean down = word.startsWith("-");
        return new ClaimOrder(Key.valueOf(word.substring(down ? 1 : 0).toUpperCase(Locale.ROOT)), down);
    }

    boolean isByFigure() {
        return key == Key.FIGURE;
    }

    @Override
    public List<Hit> matching(Where filter, List<String> place, int most) {
        var where = new Where().and(filter);
        if (place != null) {
            behind(place, where);
        }
        return where.read(
                "select c.version, " + columns().collect(Collectors.joining(", ")) + " from claim c" + where.clause()
                        + " order by " + order() + " limit " + most,
                this::hit);
    }

    @Override
    public Condition order(Where filter) {
        return new Condition(order(), List.of());
    }

    private String order() {
        return columns().map(column -> column + (descending ? " desc" : "")).collect(Collectors.joining(", "));
    }

    private Hit hit(ResultSet row) throws SQLException {
        var place = new ArrayList<String>();
        for (int i = 0; i <= key.columns.size(); i++) {
            place.add(row.getString(2 + i));
        }
        return new Hit(row.getObject("id", UUID.class), row.getInt("version"), place);
    }

    /** Leaves only what comes behind the claim that gave this place. */
    void behind(List<String> place, Where filter) {
        var marks = IntStream.range(0, place.size())
                .mapToObj(i -> "cast(? as " + (i == place.size() - 1 ? "uuid" : key.type) + ")")
                .collect(Collectors.joining(", "));
        var row = columns().collect(Collectors.joining(", "));
        filter.and("(" + row + ") " + (descending ? "<" : ">") + " (" + marks + ")", place.toArray());
    }

    private Stream<String> columns() {
        return Stream.concat(key.columns.stream(), Stream.of("id")).map(column -> "c." + column);
    }
}
