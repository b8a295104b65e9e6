package org.numericclaims.http;

import java.util.List;

/**
 * How many items a list has on all its pages.
 *
 * @param count that many, or about as many
 * @param countKind {@link #EXACT} or {@link #ESTIMATED}
 */
public record Count(long count, String countKind) {

    /** It was counted. */
    public static final String EXACT = "exact";

    /** It was not counted to the end, but judged by what the database knows of its rows. */
    public static final String ESTIMATED = "estimated";

    /** What may be asked. */
    public static final List<String> KINDS = List.of(EXACT, ESTIMATED);

    /** What 'count' means, for the OpenAPI document. */
    public static final String MEANING = "How many there are on all pages; only where count was asked.";

    /** What 'count_kind' means, for the OpenAPI document. */
    public static final String KIND_MEANING =
            "'exact', or 'estimated': not counted to the end. Beside count; more may come.";
}
