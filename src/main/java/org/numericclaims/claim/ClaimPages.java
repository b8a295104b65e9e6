package org.numericclaims.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Count;
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
    private final Lists lists;

    ClaimPages(Conditional conditional, Lists lists) {
        this.conditional = conditional;
        this.lists = lists;
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
        var list = lists.asked("claims", "fields", "count"); // how much is shown may change on the way
        var found =
                ClaimRow.matching(sequence(sort, asked), asked.where(), lists.place(list, shape.cursor()), most + 1);
        var page = lists.cut(list, found, most);
        var count = shape.count() == null ? null : Counts.of(asked.where(), shape.count());
        return lists.page(new Page<>(shown(page.items(), asked.in(), shape.fields()), page.next(), count));
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

    private List<?> picked(List<?> claims, List<String> fields) {
        if (!Parameters.isAsked(fields)) {
            return claims;
        }
        return claims.stream()
                .map(claim -> conditional.json(claim).retain(fields))
                .toList();
    }
}
