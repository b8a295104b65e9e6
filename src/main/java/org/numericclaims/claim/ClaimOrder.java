package org.numericclaims.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.http.Lists;

/** In which order claims are listed; the id decides between equals, so that no two share a place. */
record ClaimOrder(Key key, boolean descending) implements ClaimSequence {

    private enum Key {
        DATE(
                List.of("date_end", "date_start"),
                "date",
                claim -> List.of(
                        date(claim).last().toString(), date(claim).first().toString())),
        FIGURE(List.of("figure"), "numeric", claim -> List.of(claim.figure().toPlainString())),
        CREATED_AT(
                List.of("created_at"),
                "timestamptz",
                claim -> List.of(claim.createdAt().toString())),
        UPDATED_AT(
                List.of("updated_at"),
                "timestamptz",
                claim -> List.of(claim.updatedAt().toString()));

        private final List<String> columns;
        private final String type;
        private final Function<ClaimView, List<String>> values;

        Key(List<String> columns, String type, Function<ClaimView, List<String>> values) {
            this.columns = columns;
            this.type = type;
            this.values = values;
        }

        private static PartialDate date(ClaimView claim) {
            return PartialDate.parse(claim.date());
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

    String clause() {
        return " order by "
                + columns().map(column -> column + (descending ? " desc" : "")).collect(Collectors.joining(", "));
    }

    @Override
    public List<Lists.Found<ClaimView>> matching(Where filter, List<String> place, int most) {
        var where = new Where().and(filter);
        if (place != null) {
            behind(place, where);
        }
        return ClaimRow.matching(where, this, most).stream()
                .map(claim -> new Lists.Found<>(claim, place(claim)))
                .toList();
    }

    /** The key values by which the next page goes on behind this claim. */
    List<String> place(ClaimView claim) {
        return Stream.concat(
                        key.values.apply(claim).stream(), Stream.of(claim.id().toString()))
                .toList();
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
