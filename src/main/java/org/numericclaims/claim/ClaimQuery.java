package org.numericclaims.claim;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.numericclaims.http.Parameters;

/** The filters of a list of claims as they were asked: repeated is any of them, different ones are all of them. */
public class ClaimQuery {

    @Parameter(
            description = "Words that must all be found, \"phrases\" in that order and wording, -without; in quote,"
                    + " figure_text, note and the names of subject, claimant and source (its title). Case and accents"
                    + " don't count, and English words are found in their other forms too. At most 500 characters;"
                    + " punctuation alone finds nothing.",
            example = "soldiers \"almost a million\" -wounded")
    @QueryParam("q")
    String q;

    @Parameter(description = "Name, alias or slug of the subject.", example = "russian-soldiers-killed")
    @QueryParam("subject")
    List<String> subject;

    @Parameter(
            description = "With its narrower subjects; only with 'subject'.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("narrower")
    String narrower;

    @Parameter(description = "Name, alias or slug of the claimant.", example = "ukraine")
    @QueryParam("claimant")
    List<String> claimant;

    @Parameter(
            description = "With the claimant's members; only with 'claimant'.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("member")
    String member;

    @Parameter(description = "The unit, by any of its names.", example = "people")
    @QueryParam("unit")
    List<String> unit;

    @Parameter(description = "Id, URL or citation of the source.")
    @QueryParam("source")
    List<String> source;

    @Parameter(description = "The publisher of the source, letter for letter.", example = "Reuters")
    @QueryParam("publisher")
    List<String> publisher;

    @Parameter(description = "How the figure was stated.", example = "over")
    @QueryParam("qualifier")
    List<String> qualifier;

    @Parameter(
            description = "Whether the claim stands; 'active' if not said.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"active", "retracted", "withdrawn"}))
    @QueryParam("status")
    List<String> status;

    @Parameter(description = "Said on that date or later, all of it.", example = "2025-01")
    @QueryParam("date_gte")
    String dateGte;

    @Parameter(description = "Said on that date or before, all of it.", example = "2025")
    @QueryParam("date_lte")
    String dateLte;

    @Parameter(description = "Covers a day of that period.", example = "2024")
    @QueryParam("period_overlaps")
    String periodOverlaps;

    @Parameter(description = "Covers no day outside that period.", example = "2022-02-24/2025")
    @QueryParam("period_within")
    String periodWithin;

    @Parameter(
            description = "At least that number, read as 'match' says, in the unit of 'in', else in whatever unit.",
            example = "900000",
            schema = @Schema(type = SchemaType.NUMBER))
    @QueryParam("figure_gte")
    String figureGte;

    @Parameter(
            description = "At most that number, read as 'match' says, in the unit of 'in', else in whatever unit.",
            example = "1000000",
            schema = @Schema(type = SchemaType.NUMBER))
    @QueryParam("figure_lte")
    String figureLte;

    @Parameter(
            description = "How the figure filter is read: 'stated' compares the number itself and is meant if not said;"
                    + " 'possible': the logical bounds overlap what is asked; 'certain': they lie inside it; 'likely':"
                    + " the likely bounds overlap it.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"stated", "possible", "certain", "likely"}))
    @QueryParam("match")
    String match;

    @Parameter(
            description = "The unit, by any of its names, in which 'figure_gte' and 'figure_lte' are read and figures"
                    + " are answered. What does not convert is left out, as is money of another currency.",
            example = "km")
    @QueryParam("in")
    String in;

    @Parameter(description = "Parts of the claim with that id.")
    @QueryParam("part_of")
    List<String> partOf;

    @Parameter(
            description = "Whether it has a subject; 'false' finds what waits to be classified.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("classified")
    String classified;

    @Parameter(description = "Changed at that instant or later.", example = "2026-11-24T12:00:00Z")
    @QueryParam("updated_gte")
    String updatedGte;

    @QueryParam(AsOf.NAME)
    String asOf;

    /** The moment of which it is asked; what is wrong with that goes to {@code parameters}. */
    AsOf asOf(Parameters parameters) {
        return AsOf.read(asOf, parameters);
    }

    /** The same filters, of claims about that subject; refused where they name one themselves. */
    public ClaimQuery about(String slug) {
        subject = only("subject", subject, slug);
        return this;
    }

    /** The same filters, of claims by that claimant; refused where they name one themselves. */
    public ClaimQuery by(String slug) {
        claimant = only("claimant", claimant, slug);
        return this;
    }

    private static List<String> only(String name, List<String> asked, String slug) {
        if (Parameters.isAsked(asked)) {
            var parameters = new Parameters();
            parameters.misplaced(name, "This address names one '" + name + "' already.");
            parameters.throwIfAny();
        }
        return List.of(slug);
    }
}
