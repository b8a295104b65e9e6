package org.numericclaims.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.numericclaims.database.Cells;
import org.numericclaims.database.Rows;
import org.numericclaims.http.Lists;

/** The one place that reads a claim's row, with the names beside it, by one statement however many there are. */
public final class ClaimRow {

    private static final String COLUMNS = """
            select c.id, c.figure, c.figure_to, c.best, c.qualifier, c.rounded_to, c.figure_text, c.low, c.high,
                   c.likely_low, c.likely_high, c.unit, s.name, t.name, t.slug, s.slug, c.source_id, c.relayed_by,
                   c.date, c.period, coalesce(r.url, r.citation), c.quote, c.part_of, c.supersedes, b.name,
                   c.baseline_period, c.note, c.status, c.rule, c.version, c.created_at, c.updated_at""";

    /** Beside each version of a claim. */
    private static final String CHANGE = ", c.changed_by, c.reason";

    private static final String NAMES = """

            join claimant t on t.id = c.claimant_id
            join source r on r.id = c.source_id
            left join subject s on s.id = c.subject_id
            left join subject b on b.id = c.baseline_subject_id
            """;

    private static final String SELECT = COLUMNS + "\nfrom claim c" + NAMES;

    private ClaimRow() {}

    /** The claim with that id, withdrawn ones too. */
    public static Optional<ClaimView> view(UUID id) {
        return Rows.read(SELECT + "where c.id = ?", List.of(id), ClaimRow::view).stream()
                .findFirst();
    }

    /** The claims with these ids. */
    public static Map<UUID, ClaimView> views(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Rows.read(SELECT + "where c.id = any(?)", List.of(ids), ClaimRow::view).stream()
                        .collect(Collectors.toMap(ClaimView::id, claim -> claim));
    }

    /** The statement that selects what {@link #view(ResultSet)} reads. */
    static String select(Where filter) {
        return SELECT + filter.clause();
    }

    /** The statement that selects what {@link #version} reads, from what has the columns of claims and is called c. */
    static String selectVersions(String from) {
        return COLUMNS + CHANGE + " from " + from + NAMES;
    }

    /**
     * At most {@code most} of the claims that match, behind that place. Which they are is asked first, as the names
     * beside them would make that hard to plan; one that changes before it is read need not match any more, so that
     * both are asked again.
     */
    static List<Lists.Found<ClaimView>> matching(ClaimSequence sequence, Where filter, List<String> place, int most) {
        while (true) {
            var hits = sequence.matching(filter, place, most);
            var claims = views(hits.stream().map(ClaimSequence.Hit::id).toList());
            if (hits.stream().allMatch(hit -> isSame(hit, claims.get(hit.id())))) {
                return hits.stream()
                        .map(hit -> new Lists.Found<>(claims.get(hit.id()), hit.place()))
                        .toList();
            }
        }
    }

    private static boolean isSame(ClaimSequence.Hit hit, ClaimView claim) {
        return claim != null && claim.version() == hit.version();
    }

    /** The claim in a row of {@link #select}. */
    static ClaimView view(ResultSet row) throws SQLException {
        return view(new Cells(row));
    }

    /** The version of a claim in a row of {@link #selectVersions}. */
    static ClaimVersion version(ResultSet row) throws SQLException {
        var cells = new Cells(row);
        return new ClaimVersion(view(cells), cells.text(), cells.text());
    }

    /** The columns are in the order of the components of a view. */
    private static ClaimView view(Cells cells) throws SQLException {
        return new ClaimView(
                cells.id(),
                cells.decimal(),
                cells.decimal(),
                cells.decimal(),
                cells.text(),
                cells.decimal(),
                cells.text(),
                cells.decimal(),
                cells.decimal(),
                cells.decimal(),
                cells.decimal(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.id(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.id(),
                cells.id(),
                cells.text(),
                cells.text(),
                cells.text(),
                ClaimStatus.valueOf(cells.text()),
                cells.integer(),
                cells.integer(),
                cells.instant(),
                cells.instant());
    }
}
