package org.numericclaims.analysis;

import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that a claim can be compared with, the worst first. */
@Schema(name = "Checks", description = "All that a claim can be compared with, the worst first.")
record Checks(
        @Schema(description = "A page of them.") List<Check> items,

        @Schema(nullable = true, description = "Send it as cursor for the next page; null on the last.")
        String next,

        @Schema(description = "How many there are of each verdict.")
        Counts counts,

        @Schema(description = "The unit of the gaps.", examples = "people")
        String unit,

        @Schema(nullable = true, description = "Of a comparative claim: whether its comparison holds; else null.")
        Evaluation evaluation) {

    /** How many claims there are of each verdict. */
    @Schema(name = "CheckCounts", description = "How many claims there are of each verdict.")
    record Counts(
            @Schema(description = "Their likely intervals allow both.", examples = "507")
            long agree,

            @Schema(description = "Only their logical intervals do.", examples = "61")
            long tension,

            @Schema(description = "Not even those.", examples = "0")
            long contradict) {

        static Counts of(Collection<Rivalry> rivalries) {
            return new Counts(
                    count(rivalries, Verdict.agree),
                    count(rivalries, Verdict.tension),
                    count(rivalries, Verdict.contradict));
        }

        private static long count(Collection<Rivalry> rivalries, Verdict verdict) {
            return rivalries.stream().filter(rivalry -> rivalry.is(verdict)).count();
        }
    }
}
