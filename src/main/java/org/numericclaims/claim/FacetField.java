package org.numericclaims.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what claims are counted: the column, and what it is sent and shown as. */
enum FacetField {
    SUBJECT("c.subject_id", " join subject v on v.id = g.key", "v.slug", "v.name"),
    CLAIMANT("c.claimant_id", " join claimant v on v.id = g.key", "v.slug", "v.name"),
    UNIT("c.unit", "", "g.key", "g.key"),
    QUALIFIER("c.qualifier", "", "g.key", "g.key"),
    PUBLISHER(
            "c.source_id", " join source v on v.id = g.key and v.publisher is not null", "v.publisher", "v.publisher"),
    YEAR("extract(year from c.date_end)::integer", "", "lpad(g.key::text, 4, '0')", "lpad(g.key::text, 4, '0')");

    /** Each by the word that asks for it. */
    static final List<String> WORDS = Arrays.stream(values())
            .map(field -> field.name().toLowerCase(Locale.ROOT))
            .toList();

    private final String key;
    private final String join;
    private final String value;
    private final String label;

    FacetField(String key, String join, String value, String label) {
        this.key = key;
        this.join = join;
        this.value = value;
        this.label = label;
    }

    /** The field of that word, which is one of {@link #WORDS}. */
    static FacetField of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Value, label and count of each, without an order; names are joined to what was counted, not to each claim. */
    String counts(String from, Where where) {
        return "select " + value + " collate \"C\" as value, min(" + label + ") as label, sum(g.n)::bigint as n"
                + " from (select " + key + " as key, count(*) as n from " + from + where.clause() + " group by 1) g"
                + join + " where g.key is not null group by 1";
    }
}
