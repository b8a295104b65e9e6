package org.numericclaims.analysis;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.numericclaims.figure.Days;
import org.numericclaims.subject.SubjectKind;

/** The subjects that matter to a question, each within its broader ones. */
final class Scopes {

    private static final String COLUMNS = "select id, broader, kind, span_start, span_end from subject s ";

    private static final String CHAIN = "with recursive up(id) as (select unnest(cast(:subjects as uuid[])) union"
            + " select s.broader from subject s join up on s.id = up.id where s.broader is not null),"
            + " down(id) as (select unnest(cast(:subjects as uuid[])) union"
            + " select s.id from subject s join down on s.broader = down.id) "
            + COLUMNS + "where id in (select id from up union select id from down)";

    private final Map<UUID, Tuple> rows = new LinkedHashMap<>();
    private final Map<UUID, Scope> scopes = new HashMap<>();

    private Scopes(List<Tuple> found) {
        found.forEach(row -> rows.put(row.get("id", UUID.class), row));
        rows.keySet().forEach(this::of);
    }

    /** These subjects, all that they are inside, and all that is inside them. */
    static Scopes around(Collection<UUID> subjects) {
        return new Scopes(
                subjects.isEmpty()
                        ? List.of()
                        : ask(CHAIN)
                                .setParameter("subjects", subjects.toArray(UUID[]::new))
                                .getResultList());
    }

    /** These subjects, without those that they are inside. */
    static Scopes only(Collection<UUID> subjects) {
        return new Scopes(ask(COLUMNS + "where id = any(:ids)")
                .setParameter("ids", subjects.toArray(UUID[]::new))
                .getResultList());
    }

    /** All subjects. */
    static Scopes all() {
        return new Scopes(ask(COLUMNS + "where merged_into is null").getResultList());
    }

    /** The subject of that id; null where it is none of these. */
    Scope of(UUID subject) {
        var known = scopes.get(subject);
        var row = rows.get(subject);
        if (known != null || row == null) {
            return known;
        }
        var broader = row.get("broader", UUID.class);
        var start = row.get("span_start", LocalDate.class);
        var scope = new Scope(
                subject,
                broader == null ? null : of(broader),
                SubjectKind.valueOf(row.get("kind", String.class)),
                start == null ? null : new Days(start, row.get("span_end", LocalDate.class)));
        scopes.put(subject, scope);
        return scope;
    }

    Collection<UUID> ids() {
        return rows.keySet();
    }

    /** The subject and all that it is inside, the narrowest first; nothing where it is none of these. */
    Stream<Scope> chain(UUID subject) {
        return Stream.iterate(of(subject), Objects::nonNull, Scope::broader);
    }

    /** These subjects, those together that are inside one and the same; what is none of ours stands alone. */
    Collection<List<UUID>> families(Collection<UUID> subjects) {
        return subjects.stream()
                .collect(Collectors.groupingBy(subject -> chain(subject)
                        .map(Scope::subject)
                        .reduce((inner, outer) -> outer)
                        .orElse(subject)))
                .values();
    }

    private static NativeQuery<Tuple> ask(String sql) {
        return Panache.getEntityManager().unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }
}
