package org.numericclaims.exchange;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.claim.Intake;
import org.numericclaims.claim.Relations;
import org.numericclaims.http.Fault;

/**
 * The relations between the rows of an import, once all of them are there: each names another row by key, or a claim
 * by id, before it or behind it.
 */
final class RelationsByKey {

    private static final String RESOLVE = """
            update import_row r set %1$s_id = coalesce(
              (select k.claim_id from import_row k where k.key = r.%1$s),
              case when r.%1$s ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                then (select c.id from claim c where c.id = cast(r.%1$s as uuid)) end)
            where r.%1$s is not null
            """;

    private static final String SUSPECTS = """
            select r.*, o.id is not null as found, c.unit, o.unit as other_unit, c.claimant_id = o.claimant_id as own
            from import_row r join claim c on c.id = r.claim_id left join claim o on o.id = r.%1$s_id
            where r.%1$s is not null and (o.id is null or c.unit <> o.unit or c.claimant_id <> o.claimant_id)
            order by r.number
            """;

    private static final String NODES =
            "select i.*, row_number() over (order by number) - 1 as place from import_row i where %1$s_id is not null";

    private static final String LINKS = "with node as (" + NODES
            + ") select b.place as next from node a left join node b on b.claim_id = a.%1$s_id order by a.place";

    private static final String RING = "select r.* from (" + NODES + ") r where r.place = any(:places)";

    private static final String FORGET = """
            update import_row set claim_id = null, part_of = null, part_of_id = null, supersedes = null,
              supersedes_id = null
            where claim_id = any(:claims)
            """;

    private static final String APPLY = """
            update claim c set part_of = r.part_of_id, supersedes = r.supersedes_id from import_row r
            where c.id = r.claim_id and (r.part_of is not null or r.supersedes is not null)
            """;

    private final Stage stage;
    private final Tally tally;

    RelationsByKey(Stage stage, Tally tally) {
        this.stage = stage;
        this.tally = tally;
    }

    /** Relates the claims; those whose relations make no sense are taken out, and then those that refer to them. */
    void relate() {
        while (!tally.isStopped()) {
            var wrong = wrong();
            wrong.values().forEach(tally::failLate);
            if (wrong.isEmpty()) {
                stage.run(APPLY);
                return;
            }
            var claims = wrong.keySet().toArray(UUID[]::new);
            stage.run(FORGET, claims);
            Intake.drop(wrong.keySet());
        }
    }

    private Map<UUID, List<Fault>> wrong() {
        var wrong = new LinkedHashMap<UUID, List<Fault>>();
        for (var field : List.of("part_of", "supersedes")) {
            stage.run(RESOLVE.formatted(field));
            for (var row : stage.ask(SUSPECTS.formatted(field)).getResultList()) {
                suspicion(field, row).ifPresent(fault -> add(wrong, row, fault));
            }
            for (var row : ring(field)) {
                add(wrong, row, fault(field, row, "cycle", "The claim comes back to itself; name another."));
            }
        }
        return wrong;
    }

    private static void add(Map<UUID, List<Fault>> wrong, Tuple row, Fault fault) {
        wrong.computeIfAbsent(row.get("claim_id", UUID.class), claim -> new ArrayList<>())
                .add(fault);
    }

    private static Optional<Fault> suspicion(String field, Tuple row) {
        if (!row.get("found", Boolean.class)) {
            var detail = "There is no row with the key, and no claim with the id, '" + row.get(field) + "'.";
            return Optional.of(fault(field, row, "unknown_key", detail));
        }
        var unit = row.get("unit", String.class);
        var other = row.get("other_unit", String.class);
        if (field.equals("part_of") && !Relations.convert(unit, other)) {
            var detail = "A part in " + unit + " can't be one of a whole in " + other + ": the units don't convert.";
            return Optional.of(fault(field, row, "unit_mismatch", detail));
        }
        if (field.equals("supersedes") && !row.get("own", Boolean.class)) {
            return Optional.of(
                    fault(field, row, "other_claimant", "Only a claim of the same claimant can be superseded."));
        }
        return Optional.empty();
    }

    private List<Tuple> ring(String field) {
        var links = stage.ask(LINKS.formatted(field)).getResultStream();
        int[] next = links.mapToInt(link -> link.get("next") == null
                        ? Cycles.END
                        : link.get("next", Long.class).intValue())
                .toArray();
        var places = Cycles.in(next).stream().mapToObj(Long::valueOf).toArray(Long[]::new);
        return places.length == 0
                ? List.of()
                : stage.ask(RING.formatted(field))
                        .setParameter("places", places)
                        .getResultList();
    }

    private static Fault fault(String field, Tuple row, String code, String detail) {
        return new Fault(
                row.get("pointer") + "/" + field,
                null,
                row.get("line", Integer.class),
                row.get("col", Integer.class),
                row.get("key", String.class),
                code,
                detail);
    }
}
