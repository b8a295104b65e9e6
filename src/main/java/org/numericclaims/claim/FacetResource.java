package org.numericclaims.claim;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Parameters;

/** How the claims that match are spread over the values of a field. */
@Path("/v1/facets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Transactional
public class FacetResource {

    private final Lists lists;

    FacetResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listFacets",
            summary = "Count claims by one field, the most frequent first",
            description = "Takes the filters of the list of claims. Claims that have no such value are not counted.")
    @APIResponseSchema(
            value = Facet.Page.class,
            responseCode = "200",
            responseDescription = "A page of values with their counts; 'next' and the Link header lead on.")
    @APIResponse(
            responseCode = "422",
            description = "The filter can be read but makes no sense, such as a reversed range.")
    public Response list(
            @Parameter(
                            required = true,
                            description = "What to count by; a year is that of the claim's date.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "subject",
                                                "claimant",
                                                "unit",
                                                "qualifier",
                                                "publisher",
                                                "year"
                                            }))
                    @QueryParam("field")
                    String field,
            @BeanParam ClaimQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var parameters = new Parameters();
        int most = Limit.of(limit);
        parameters.requiredParsed("field", field, word -> word);
        parameters.choice("field", field, FacetField.WORDS);
        var where = ClaimFilter.of(query, query.asOf(parameters), parameters).where();
        var list = lists.asked("facets");
        var place = lists.place(list, cursor);
        var facets = place == null ? Facets.of(FacetField.of(field), where) : Facets.of(FacetField.of(field), place);
        var page = lists.cut(list, facets.behind(place, where, most + 1), most);
        return lists.linked(new Facet.Page(page.items(), page.next(), facets.countKind()), page.next());
    }
}
