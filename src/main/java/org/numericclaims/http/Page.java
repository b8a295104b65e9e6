package org.numericclaims.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list, and what to send as {@code cursor} to get the next one; null where there is none. */
public record Page<T>(
        List<T> items,

        @Schema(nullable = true, description = "Send it as cursor, beside the same filters; null on the last page.")
        String next) {}
