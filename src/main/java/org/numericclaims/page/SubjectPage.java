package org.numericclaims.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.numericclaims.analysis.ComparisonResource;
import org.numericclaims.analysis.ImpliedResource;
import org.numericclaims.claim.ClaimQuery;
import org.numericclaims.claim.ClaimResource;
import org.numericclaims.subject.SubjectResource;

/** Who says what about one subject, what of it cannot be true together, and what follows. */
@Path("/subjects/{slug}")
@Produces(MediaType.TEXT_HTML)
public class SubjectPage {

    private static final int YEARS = 5;

    private final Visit visit;
    private final SubjectResource subjects;
    private final Disputes disputes;
    private final ComparisonResource comparisons;
    private final ImpliedResource implied;
    private final ClaimResource claims;

    SubjectPage(
            Visit visit,
            SubjectResource subjects,
            Disputes disputes,
            ComparisonResource comparisons,
            ImpliedResource implied,
            ClaimResource claims) {
        this.visit = visit;
        this.subjects = subjects;
        this.disputes = disputes;
        this.comparisons = comparisons;
        this.implied = implied;
        this.claims = claims;
    }

    @GET
    public TemplateInstance get(
            @PathParam("slug") String slug,
            @BeanParam ClaimQuery filter,
            @QueryParam("sort") String sort,
            @QueryParam("cursor") String cursor) {
        var subject = subject(slug);
        var broader = subject.get("broader") == null
                ? null
                : subject(subject.get("broader").toString());
        var narrower = visit.members("/v1/subjects?broader=" + slug, subjects.list(null, slug, null, null, null));
        var found = visit.members(
                visit.address("/v1/claims", "subject=" + slug),
                claims.list(filter.about(slug), sort, List.of(), "json", null, null, null, cursor));
        var compared = Compared.of(slug, visit, comparisons);
        return visit.page("subject")
                .data("subject", subject)
                .data("broader", broader)
                .data("narrower", Members.items(narrower))
                .data("rivals", disputes.about(slug))
                .data("compared", compared)
                .data("years", subject.get("kind").equals("stock") ? List.of() : years(slug))
                .data("claims", visit.listing(found));
    }

    private Map<String, Object> subject(String slug) {
        return visit.members("/v1/subjects/" + slug, subjects.get(slug));
    }

    /** What totals imply for the years until the newest claim, the last one first. */
    private List<Map<String, Object>> years(String slug) {
        var about = new ClaimQuery().about(slug);
        var newest = Members.items(visit.members(
                "/v1/claims?subject=" + slug + "&limit=1",
                claims.list(about, null, List.of(), "json", null, null, "1", null)));
        return newest.stream()
                .mapToInt(claim -> Integer.parseInt(claim.get("date").toString().substring(0, 4)))
                .flatMap(last -> IntStream.range(0, YEARS).map(before -> last - before))
                .mapToObj(String::valueOf)
                .map(year -> visit.members(
                        "/v1/subjects/" + slug + "/implied?period=" + year, implied.implied(slug, year, null)))
                .filter(year -> !Members.items(year).isEmpty())
                .toList();
    }
}
