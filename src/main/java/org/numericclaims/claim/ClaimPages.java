package org.numericclaims.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Count;
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

    /** Those and the fields that only claims told in another unit have. */
    private static final List<String> SHOWN =
            Stream.concat(FIELDS.stream(), ClaimInUnit.MORE.stream()).toList();

    private static final String NEWEST_FIRST = "-date";
    private static final List<String> SORTS =
            Stream.concat(ClaimOrder.WORDS.stream(), Relevance.WORDS.stream()).toList();

    /** What is asked of a list beside its filters. */
    record Shape(String sort, List<String> fields, String count, String limit, String cursor) {}

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
        var sort = Objects.requireNonNullElse(shape.sort(), NEWEST_FIRST);
        parameters.choice("sort", sort, SORTS);
        parameters.choices("fields", shape.fields(), query.in == null ? FIELDS : SHOWN);
        parameters.choice("count", shape.count(), Count.KINDS);
        if (Relevance.WORDS.contains(sort) && query.q == null) {
            parameters.misplaced("sort", "'" + sort + "' goes with 'q' only.");
        }
        var asked = ClaimFilter.of(query, parameters);
        var place = shape.cursor() == null ? null : cursors.read(list(), shape.cursor());
        var found = sequence(sort, asked).matching(asked.where(), place, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var next =
                found.size() > most ? cursors.behind(list(), shown.get(most - 1).place()) : null;
        var count = shape.count() == null ? null : Counts.of(asked.where(), shape.count());
        var claims = shown.stream().map(ClaimSequence.Placed::claim).toList();
        return lists.page(new Page<>(shown(claims, asked.in(), shape.fields()), next, count));
    }

    private static ClaimSequence sequence(String sort, ClaimFilter.Asked asked) {
        if (Relevance.WORDS.contains(sort)) {
            return Relevance.of(sort);
        }
        var order = ClaimOrder.of(sort);
        return asked.in() != null && order.isByFigure() ? new ToldFigureOrder(order, asked.in()) : order;
    }

    private List<?> shown(List<ClaimView> claims, InUnit in, List<String> fields) {
        return picked(in == null ? claims : claims.stream().map(in::show).toList(), fields);
    }

    /** The filters and the order, to which a cursor belongs; how much is shown may change on the way. */
    private String list() {
        var asked = new TreeMap<>(uri.getQueryParameters());
        asked.keySet().removeAll(List.of("cursor", "limit", "fields", "count"));
        return "claims " + asked;
    }

    private List<?> picked(List<?> claims, List<String> fields) {
        if (!Parameters.isAsked(fields)) {
            return claims;
        }
        return claims.stream()
                .map(claim -> conditional.json(claim).retain(fields))
                .toList();
    }
}
