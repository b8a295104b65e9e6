package org.numericclaims.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;
import org.numericclaims.http.Conditional;
import org.numericclaims.http.Cursors;
import org.numericclaims.http.Form;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Page;
import org.numericclaims.http.Parameters;

/** Answers one page of the claims that match, and where the next one goes on. */
@ApplicationScoped
class ClaimPages {

    /** The names of all fields of a claim. */
    static final List<String> FIELDS =
            ClaimField.ALL.stream().map(ClaimField::name).toList();

    /** What is asked of a list beside its filters. */
    record Shape(String sort, List<String> fields, String exact, String limit, String cursor) {

        /** Says what of it makes no sense with that form: files have all that match, and only csv can be inexact. */
        void fit(Form form, Parameters parameters) {
            if (exact != null && form != Form.CSV) {
                parameters.misplaced("exact", "'exact' goes with csv only; " + form.word() + " is exact.");
            }
            parameters.flag("exact", exact);
            if (form != Form.JSON) {
                pagesOnly("limit", limit, parameters);
                pagesOnly("cursor", cursor, parameters);
            }
        }

        boolean isExact() {
            return "true".equals(exact);
        }

        private static void pagesOnly(String name, String value, Parameters parameters) {
            if (value != null) {
                parameters.misplaced(name, "'" + name + "' goes with json only: a file has all that match.");
            }
        }
    }

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

    Response page(ClaimQuery query, Shape shape, Parameters parameters) {
        int most = Limit.of(shape.limit());
        var asked = ClaimSelection.of(query, shape, parameters);
        var order = asked.order();
        var filter = asked.filter();
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
        asked.keySet().removeAll(List.of("cursor", "limit", "fields", "format"));
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
