package org.numericclaims.exchange;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Fault;

/** What an import did. */
@Schema(
        name = "ImportAnswer",
        description = "What an import did; of each claim it was one of created, duplicates, failed.")
public record ImportAnswer(
        @Schema(description = "Claims in the file.", examples = "2")
        int read,

        @Schema(description = "New claims.", examples = "2") int created,

        @Schema(description = "Claims that stood already, or earlier in the file.", examples = "0")
        int duplicates,

        @Schema(description = "Claims that were wrong and left out.", examples = "0")
        int failed,

        @Schema(description = "Whether nothing was kept.", examples = "false")
        boolean dryRun,

        @Schema(description = "The first 1,000 faults.", examples = "[]")
        List<Fault> errors,

        @Schema(description = "How many more faults there are.", examples = "0")
        int moreErrors) {

    /** What is sent to be imported. */
    @Schema(name = "ClaimFile", description = "Claims to be taken in.")
    record File(
            @Schema(
                    required = true,
                    type = SchemaType.ARRAY,
                    description = "Each a claim as POST /v1/claims takes it, with a 'key' where others name it.")
            List<Object> claims) {}
}
