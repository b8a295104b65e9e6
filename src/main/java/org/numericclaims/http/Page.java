package org.numericclaims.http;

import java.util.List;

/** One page of a list, and what to send as {@code cursor} to get the next one; null where there is none. */
public record Page<T>(List<T> items, String next) {

    /** What 'next' means, for the OpenAPI document. */
    public static final String NEXT = "Send it as cursor, beside the same filters; null on the last page.";
}
