package org.numericclaims.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next what to send as {@code cursor} to get the next one, null where there is none
 * @param count how many there are on all pages, null where that was not asked: then nothing is said of it
 */
public record Page<T>(
        List<T> items, String next, @JsonUnwrapped Count count) {

    /** What 'next' means, for the OpenAPI document. */
    public static final String NEXT = "Send it as cursor, beside the same filters; null on the last page.";

    public Page(List<T> items, String next) {
        this(items, next, null);
    }
}
