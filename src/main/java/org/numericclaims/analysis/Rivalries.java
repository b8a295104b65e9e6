package org.numericclaims.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.numericclaims.claim.AsOf;
import org.numericclaims.claim.ClaimRow;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.claim.Counts;
import org.numericclaims.claim.Where;
import org.numericclaims.http.Asked;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Page;
import org.numericclaims.http.Problems;

/** Answers pages of rivalries, the worst first, from one state of the database. */
@ApplicationScoped
class Rivalries {

    private static final int MOST_CLAIMS_OF_THE_PAST = 20_000;

    private static final int MOST_IN_A_FILE = 10_000;

    /** The reader who takes it slowly is cut off by then at the latest. */
    private static final int LONGEST_SECONDS = 3_600;

    /** So many of them have their claims in memory, however many a file has. */
    private static final int READ_AT_ONCE = 500;

    private final Lists lists;
    private final Asked asked;

    Rivalries(Lists lists, Asked asked) {
        this.lists = lists;
        this.asked = asked;
    }

    /** How the claim stands to each other one that it can be compared with. */
    Response checks(ClaimView claim, String limit, String cursor) {
        var rivalries = of(claim);
        var page = page(limit, cursor, worst -> rivalries.values().forEach(rivalry -> worst.accept(rivalry.place())));
        var views = ClaimRow.views(page.items().stream().map(Place::other).toList());
        var items = page.items().stream()
                .map(place -> Check.of(rivalries.get(place.other()), views.get(place.other())))
                .toList();
        return lists.linked(
                new Checks(
                        items,
                        page.next(),
                        Checks.Counts.of(rivalries.values()),
                        claim.unit(),
                        Statements.stands(claim.id()) ? Evaluations.of(claim) : null),
                page.next());
    }

    /** The claims that are contradicted or strained, of those that are asked for. */
    Response contradictions(AskedRivals asked, String limit, String cursor) {
        var page = page(limit, cursor, worst -> tell(asked, worst));
        return lists.linked(new Contradiction.Page(shown(page.items()), page.next()), page.next());
    }

    /**
     * Writes all of them as one file, in a transaction of its own that reads one state of the record; it is refused where
     * they are too many, as nobody sees that a file was cut.
     */
    void write(AskedRivals asked, AsOf moment, OutputStream out) throws IOException {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                moment.begin();
                write(asked, out);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(AskedRivals asked, OutputStream out) {
        var worst = new WorstFirst(MOST_IN_A_FILE + 1, null);
        tell(asked, worst);
        var found = worst.found();
        if (found.size() > MOST_IN_A_FILE) {
            throw Problems.of(
                    422,
                    "too_many_contradictions",
                    "A file has at most " + MOST_IN_A_FILE
                            + " contradictions; name a 'subject' or a 'claimant' that has fewer, or read pages of json.");
        }
        var all = IntStream.iterate(0, from -> from < found.size(), from -> from + READ_AT_ONCE)
                .mapToObj(from -> found.subList(from, Math.min(from + READ_AT_ONCE, found.size())))
                .flatMap(some -> shown(some).stream());
        try {
            ContradictionsCsv.write(all, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(AskedRivals asked, WorstFirst worst) {
        var due = asked.past() ? everySubject() : KeptRivals.due();
        due.removeIf(subject -> !asked.isAbout(subject));
        if (asked.past()) {
            refuseTooMany(due);
        } else {
            KeptRivals.tell(asked, due, worst);
        }
        var scopes = Scopes.around(due);
        for (var family : scopes.families(due)) {
            new Contradictions(scopes, family).tell(asked.sought(), rivalry -> {
                if (asked.isBy(rivalry.claim().claimant())) {
                    worst.accept(rivalry.place());
                }
            });
        }
    }

    private static List<Contradiction> shown(List<Place> places) {
        var claims = places.stream()
                .flatMap(place -> Stream.of(place.claim(), place.other()))
                .collect(Collectors.toSet());
        var views = ClaimRow.views(claims);
        var statements = Statements.byId(claims);
        return places.stream()
                .map(place -> Contradiction.of(
                        Rivalry.of(statements.get(place.claim()), statements.get(place.other())),
                        views.get(place.claim()),
                        views.get(place.other())))
                .toList();
    }

    /** Of the past nothing is kept that was worked out. */
    private static Set<UUID> everySubject() {
        var subjects = new HashSet<>(Scopes.all().ids());
        subjects.add(Statements.UNCLASSIFIED);
        return subjects;
    }

    private static void refuseTooMany(Collection<UUID> subjects) {
        if (Counts.upTo(MOST_CLAIMS_OF_THE_PAST + 1, new Where().in("c.subject_id", subjects))
                > MOST_CLAIMS_OF_THE_PAST) {
            throw Problems.of(
                    422,
                    "too_many_claims",
                    "Contradictions of the past are worked out when they are asked for, of at most "
                            + MOST_CLAIMS_OF_THE_PAST + " claims; name a 'subject' that has fewer.");
        }
    }

    private Page<Place> page(String limit, String cursor, Consumer<WorstFirst> tell) {
        int most = Limit.of(limit);
        var list = lists.asked(asked.path());
        var behind = lists.place(list, cursor);
        var worst = new WorstFirst(most + 1, behind == null ? null : Place.of(behind));
        tell.accept(worst);
        var found = worst.found().stream()
                .map(place -> new Lists.Found<>(place, place.values()))
                .toList();
        return lists.cut(list, found, most);
    }

    /** By the other claim. */
    private static Map<UUID, Rivalry> of(ClaimView claim) {
        var scopes = Scopes.around(Statements.subjectOf(claim.id()).stream().toList());
        var statements = new Statements(scopes);
        var own = statements.one(claim.id());
        if (own.isEmpty()) {
            return Map.of();
        }
        var others = new ArrayList<>(statements.about(scopes.ids()));
        others.addAll(statements.partsOf(claim.id()));
        if (claim.partOf() != null) {
            others.addAll(statements.of(List.of(claim.partOf())));
        }
        return others.stream()
                .filter(other -> !other.id().equals(claim.id()))
                .map(other -> Rivalry.of(own.get(), other))
                .filter(rivalry -> !rivalry.is(Verdict.incomparable))
                .collect(Collectors.toMap(rivalry -> rivalry.other().id(), rivalry -> rivalry, (a, b) -> a));
    }
}
