package org.numericclaims.claim;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.numericclaims.http.Cursors;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Parameters;

/** How the claims that match are spread over the values of a field. */
@Path("/v1/facets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Transactional
public class FacetResource {

    private final Cursors cursors;
    private final Lists lists;
    private final UriInfo uri;

    FacetResource(Cursors cursors, Lists lists, UriInfo uri) {
        this.cursors = cursors;
        this.lists = lists;
        this.uri = uri;
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
        var where = ClaimFilter.of(query, parameters).where();
        var place = cursor == null ? null : cursors.read(list(), cursor);
        var facets = place == null
                ? Facets.of(FacetField.of(field), where)
                : new Facets(FacetField.of(field), Integer.parseInt(place.get(0)));
        return page(facets, facets.behind(behind(place), where, most + 1), most);
    }

    private Response page(Facets facets, List<Facets.Placed> found, int most) {
        var shown = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most ? next(facets, shown.get(most - 1).place()) : null;
        var items = shown.stream().map(Facets.Placed::facet).toList();
        return lists.linked(new Facet.Page(items, next, facets.countKind()), next);
    }

    private String next(Facets facets, Facets.Place place) {
        return cursors.behind(
                list(), List.of(String.valueOf(facets.percent()), String.valueOf(place.n()), place.value()));
    }

    private static Facets.Place behind(List<String> place) {
        // a publisher may have line breaks
        return place == null
                ? null
                : new Facets.Place(Long.parseLong(place.get(1)), String.join("\n", place.subList(2, place.size())));
    }

    /** The field and the filters, to which a cursor belongs. */
    private String list() {
        var asked = new TreeMap<>(uri.getQueryParameters());
        asked.keySet().removeAll(List.of("cursor", "limit"));
        return "facets " + asked;
    }
}
