package org.numericclaims.analysis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.claim.AsOf;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.http.Downloads;
import org.numericclaims.http.Form;
import org.numericclaims.http.Parameters;
import org.numericclaims.subject.Subject;

/** Who contradicts whom. */
@Path("/v1/contradictions")
@Produces({MediaType.APPLICATION_JSON, Form.CSV_TYPE})
@Tag(name = "Analysis")
@Transactional
public class ContradictionResource {

    private static final List<Form> FORMS = List.of(Form.JSON, Form.CSV);

    private final Rivalries rivalries;
    private final Downloads downloads;
    private final Request request;

    ContradictionResource(Rivalries rivalries, Downloads downloads, Request request) {
        this.rivalries = rivalries;
        this.downloads = downloads;
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "listContradictions",
            summary = "List contradicted claims, the widest gap first",
            description = "For every contradicted claim the one around it, or beside it, with the widest gap. As json a"
                    + " page; as csv all of them in one file, of 10,000 at most.")
    @APIResponse(
            responseCode = "200",
            description = "As json a page of them, where 'next' and the Link header lead on; as csv all of them.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Contradiction.Page.class)),
                @Content(
                        mediaType = Form.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "one tension", value = CSV_EXAMPLE))
            })
    @APIResponse(
            responseCode = "422",
            description = "'as_of' lies in the future, or there are more than can be worked out or stand in a file.")
    public Response list(
            @Parameter(description = "Claims about that subject, by name, alias or slug.") @QueryParam("subject")
                    List<String> subject,
            @Parameter(description = "Claims of that claimant, by name, alias or slug.") @QueryParam("claimant")
                    List<String> claimant,
            @Parameter(
                            description = "true: a claimant against himself only.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("own")
                    String own,
            @Parameter(
                            description = "What to look for; 'contradict' if not said.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"contradict", "tension"}))
                    @QueryParam("verdict")
                    String verdict,
            @QueryParam(AsOf.NAME) String asOf,
            @Parameter(
                            description = Form.MEANING,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv"}))
                    @QueryParam("format")
                    String format,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var parameters = new Parameters();
        var form = Form.asked(FORMS, format, request, parameters);
        if (form == Form.CSV) {
            parameters.onPagesOnly("limit", limit);
            parameters.onPagesOnly("cursor", cursor);
        }
        boolean alone = parameters.flag("own", own);
        parameters.choice("verdict", verdict, List.of("contradict", "tension"));
        var moment = AsOf.read(asOf, parameters);
        parameters.throwIfAny();
        var sought = new Sought(verdict == null ? Verdict.contradict : Verdict.valueOf(verdict), alone);
        if (form == Form.CSV) {
            var asked = asked(sought, subject, claimant, moment);
            return Response.ok(downloads.of(out -> rivalries.write(asked, moment, out)), form.type())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contradictions.csv\"")
                    .build();
        }
        moment.begin();
        return rivalries.contradictions(asked(sought, subject, claimant, moment), limit, cursor);
    }

    private static AskedRivals asked(Sought sought, List<String> subject, List<String> claimant, AsOf moment) {
        return new AskedRivals(
                sought,
                Parameters.isAsked(subject) ? Subject.called(subject).values() : null,
                Parameters.isAsked(claimant) ? Claimant.called(claimant).values() : null,
                moment.isPast());
    }

    static final String CSV_EXAMPLE = """
            verdict,relation,gap,unit,reason,claim_id,claim_claimant,claim_subject,claim_date,claim_period,\
            claim_figure_text,claim_figure,claim_figure_to,claim_qualifier,claim_unit,claim_low,claim_high,\
            claim_likely_low,claim_likely_high,claim_source,claim_quote,claim_status,other_id,other_claimant,\
            other_subject,other_date,other_period,other_figure_text,other_figure,other_figure_to,other_qualifier,\
            other_unit,other_low,other_high,other_likely_low,other_likely_high,other_source,other_quote,other_status\r
            tension,inside,81000,people,"It likely means 900,000 to 999,999 people, but it is inside likely 818,001 to\
             819,000 people; only 800,000 to 999,999 people and at least 818,001 people, which the words allow, agree."\
            ,0193c2a4-8f1b-7c3d-9a5e-0123456789ab,Donald Trump,Soldiers killed,2025-01-20,2022-02-24/2025-01-20,\
            almost a million,1000000,,almost,people,800000,999999,900000,999999,https://example.org/a,,active,\
            0193c2a4-8f1b-7c3d-9a5e-0123456789ac,Ukraine,Soldiers killed or wounded,2025-01-20,\
            2022-02-24/2025-01-20,"over 818,000",818000,,over,people,818001,,818001,819000,https://example.org/a,,\
            active\r
            """;
}
