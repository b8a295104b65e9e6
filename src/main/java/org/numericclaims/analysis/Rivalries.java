package org.numericclaims.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numericclaims.claim.ClaimRow;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.http.Cursors;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;

/** Answers pages of rivalries, the worst first; each page works them out anew, so that none is ever stale. */
@ApplicationScoped
class Rivalries {

    private final Cursors cursors;
    private final Lists lists;
    private final UriInfo uri;

    Rivalries(Cursors cursors, Lists lists, UriInfo uri) {
        this.cursors = cursors;
        this.lists = lists;
        this.uri = uri;
    }

    /** How the claim stands to each other one that it can be compared with. */
    Response checks(ClaimView claim, String limit, String cursor) {
        var rivalries = of(claim);
        var page = page(limit, cursor, rivalries::forEach);
        var others =
                ClaimRow.views(page.shown().stream().map(r -> r.other().id()).toList());
        var items = page.shown().stream()
                .map(rivalry -> Check.of(rivalry, others.get(rivalry.other().id())))
                .toList();
        var counts = Checks.Counts.of(rivalries);
        return lists.linked(
                new Checks(
                        items,
                        page.next(),
                        counts,
                        claim.unit(),
                        Statements.stands(claim.id()) ? Evaluations.of(claim) : null),
                page.next());
    }

    /** The contradictions that {@code tell} tells. */
    Response contradictions(String limit, String cursor, Consumer<Consumer<Rivalry>> tell) {
        var page = page(limit, cursor, tell);
        var views = ClaimRow.views(page.shown().stream()
                .flatMap(rivalry ->
                        Stream.of(rivalry.claim().id(), rivalry.other().id()))
                .collect(Collectors.toSet()));
        var items = page.shown().stream()
                .map(rivalry -> Contradiction.of(
                        rivalry,
                        views.get(rivalry.claim().id()),
                        views.get(rivalry.other().id())))
                .toList();
        return lists.linked(new Contradiction.Page(items, page.next()), page.next());
    }

    private record Page(List<Rivalry> shown, String next) {}

    private Page page(String limit, String cursor, Consumer<Consumer<Rivalry>> tell) {
        int most = Limit.of(limit);
        var worst = new WorstFirst(most + 1, cursor == null ? null : Place.of(cursors.read(list(), cursor)));
        tell.accept(worst);
        var found = worst.found();
        return found.size() <= most
                ? new Page(found, null)
                : new Page(
                        found.subList(0, most),
                        cursors.behind(list(), found.get(most - 1).place().values()));
    }

    private static List<Rivalry> of(ClaimView claim) {
        var scopes = Scopes.around(Statements.subjectOf(claim.id()).stream().toList());
        var statements = new Statements(scopes);
        var own = statements.one(claim.id());
        if (own.isEmpty()) {
            return List.of();
        }
        var others = new ArrayList<>(statements.about(scopes.ids()));
        others.addAll(statements.partsOf(claim.id()));
        if (claim.partOf() != null) {
            others.addAll(statements.of(List.of(claim.partOf())));
        }
        return others.stream()
                .filter(other -> !other.id().equals(claim.id()))
                .collect(Collectors.toMap(Statement::id, other -> other, (a, b) -> a))
                .values()
                .stream()
                .map(other -> Rivalry.of(own.get(), other))
                .filter(rivalry -> !rivalry.is(Verdict.incomparable))
                .toList();
    }

    private String list() {
        var asked = new TreeMap<>(uri.getQueryParameters());
        asked.keySet().removeAll(List.of("cursor", "limit"));
        return uri.getPath() + " " + asked;
    }
}
