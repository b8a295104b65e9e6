package org.numericclaims.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Count;
import org.numericclaims.http.Form;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Page;
import org.numericclaims.http.Parameters;

/** Answers one page of the claims that match, and where the next one goes on. */
@ApplicationScoped
class ClaimPages {

    /** What is asked of a list beside its filters. */
    record Shape(String sort, List<String> fields, String exact, String count, String limit, String cursor) {

        /** Says what of it makes no sense with that form: files have all that match, and only csv can be inexact. */
        void fit(Form form, String in, Parameters parameters) {
            if (exact != null && form != Form.CSV) {
                parameters.misplaced("exact", "'exact' goes with csv only; " + form.word() + " is exact.");
            }
            parameters.flag("exact", exact);
            parameters.choice("count", count, Count.KINDS);
            if (form != Form.JSON) {
                parameters.onPagesOnly("limit", limit);
                parameters.onPagesOnly("cursor", cursor);
                parameters.onPagesOnly("count", count);
                if (in != null && sort != null && sort.endsWith("figure")) {
                    parameters.misplaced("sort", "Figures told in another unit are sorted in json only.");
                }
            }
        }

        boolean isExact() {
            return "true".equals(exact);
        }
    }

    private final Conditional conditional;
    private final Lists lists;

    ClaimPages(Conditional conditional, Lists lists) {
        this.conditional = conditional;
        this.lists = lists;
    }

    Response page(ClaimQuery query, Shape shape, Parameters parameters) {
        var asOf = query.asOf(parameters);
        return asOf.ask(() -> page(ClaimSelection.of(query, asOf, shape, parameters), shape));
    }

    private Response page(ClaimSelection asked, Shape shape) {
        int most = Limit.of(shape.limit());
        // how much is shown may change on the way
        var list = lists.asked("claims", "fields", "count", "format");
        var found = ClaimRow.matching(asked.sequence(), asked.filter(), lists.place(list, shape.cursor()), most + 1);
        var page = lists.cut(list, found, most);
        var count = shape.count() == null ? null : Counts.of(asked.filter(), shape.count());
        var shown = page.items().stream().map(asked::shown).toList();
        return lists.page(new Page<>(picked(shown, shape.fields()), page.next(), count));
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
