package org.numericclaims.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Cursors;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Page;
import org.numericclaims.http.Parameters;

/** Answers one page of the claims that match, and where the next one goes on. */
@ApplicationScoped
class ClaimPages {

    /** The names of all fields of a claim. */
    static final List<String> FIELDS = Arrays.stream(ClaimView.class.getRecordComponents())
            .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .toList();

    /** What is asked of a list beside its filters. */
    record Shape(String sort, List<String> fields, String limit, String cursor) {}

    private final Conditional conditional;
    private final Cursors cursors;
    private final Lists lists;
    private final UriInfo uri;

    ClaimPages(Conditional conditional, Cursors cursors, Lists lists, UriInfo uri) {
        this.conditional = conditional;
        this.cursors = cursors;
        this.lists = lists;
        this.uri = uri;
    }

    Response page(ClaimQuery query, Shape shape) {
        var parameters = new Parameters();
        int most = Limit.of(shape.limit());
        boolean sorted = parameters.choice("sort", shape.sort(), ClaimOrder.WORDS);
        parameters.choices("fields", shape.fields(), FIELDS);
        var order = shape.sort() == null || !sorted ? ClaimOrder.NEWEST : ClaimOrder.of(shape.sort());
        var filter = ClaimFilter.of(query, parameters);
        if (shape.cursor() != null) {
            order.behind(cursors.read(list(), shape.cursor()), filter);
        }
        var found = ClaimRow.matching(filter, order, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most ? cursors.behind(list(), order.place(shown.get(most - 1))) : null;
        return lists.page(new Page<>(picked(shown, shape.fields()), next));
    }

    /** The filters and the order, to which a cursor belongs; how much of each claim is shown may change on the way. */
    private String list() {
        var asked = new TreeMap<>(uri.getQueryParameters());
        asked.keySet().removeAll(List.of("cursor", "limit", "fields"));
        return "claims " + asked;
    }

    private List<?> picked(List<ClaimView> claims, List<String> fields) {
        if (!Parameters.isAsked(fields)) {
            return claims;
        }
        return claims.stream()
                .map(claim -> conditional.json(claim).retain(fields))
                .toList();
    }
}
