package org.numericclaims.appearance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.claim.ClaimPart;
import org.numericclaims.database.Cells;
import org.numericclaims.database.Rows;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Removable;
import org.numericclaims.source.Source;

/** The further places of one claim, other than those that were removed. */
public record Appearances(UUID claim) implements Removable<AppearanceView> {

    private static final String SELECT = """
            select a.number, coalesce(s.url, s.citation), a.source_id, s.title, s.publisher, a.date, a.quote,
                   a.created_by, a.created_at
            from appearance a join source s on s.id = a.source_id
            where a.claim_id = ? and a.removed_at is null and""";

    private static final String SAME =
            "select number from appearance where claim_id = ? and source_id = ? and removed_at is null";

    /** Takes the next number, which counts those that were removed; the claim is locked. */
    private static final String ADD = """
            insert into appearance (claim_id, number, source_id, date, quote)
            values (?, (select coalesce(max(number), 0) + 1 from appearance where claim_id = ?), ?, ?, ?)
            returning number""";

    private static final String REMOVE = "update appearance set removed_at = greatest(record_time(), created_at)"
            + " where claim_id = ? and number = ? returning number";

    /** Those of the claim at that address; 404 where there is none. */
    static Appearances of(String claim) {
        return new Appearances(ClaimPart.claim(claim));
    }

    /** At most {@code most} of them by number, those after that number. */
    public List<AppearanceView> after(int number, int most) {
        return read(" a.number > ? order by a.number limit " + most, number);
    }

    /** The one with that number; 404 where there is none. */
    AppearanceView at(String number) {
        return find(number, " a.number = ?");
    }

    /** Adds one; 409 where its source is one of theirs already, or the claim's own. */
    AppearanceView add(NewAppearance sent) {
        // before the claim is locked: whoever merges sources locks them first, and then the claims
        var source = Source.named(List.of(sent.source())).get(sent.source());
        if (source.equals(ClaimPart.lock(claim))) {
            throw Problems.duplicate("/v1/claims/" + claim, "This is the claim's own source: Link says which claim.");
        }
        same(source).ifPresent(standing -> {
            throw Problems.duplicate(
                    address(standing), "The claim has this source already: remove " + address(standing) + " first.");
        });
        var values = Arrays.asList(claim, claim, source, sent.date().text(), sent.quote());
        var number = Rows.read(ADD, values, row -> row.getInt(1)).get(0);
        return at(number.toString());
    }

    /** The path of the one with that number. */
    String address(int number) {
        return "/v1/claims/" + claim + "/appearances/" + number;
    }

    @Override
    public AppearanceView locked(String number) {
        return find(number, " a.number = ? for no key update of a");
    }

    @Override
    public void remove(AppearanceView appearance) {
        Rows.read(REMOVE, List.of(claim, appearance.n()), row -> row.getInt(1));
    }

    @Override
    public AppearanceView view(AppearanceView appearance) {
        return appearance;
    }

    private AppearanceView find(String number, String condition) {
        return ClaimPart.number(number)
                .flatMap(known -> read(condition, known).stream().findFirst())
                .orElseThrow(() -> Problems.notFound("appearance", number));
    }

    private Optional<Integer> same(UUID source) {
        return Rows.read(SAME, List.of(claim, source), row -> row.getInt(1)).stream()
                .findFirst();
    }

    private List<AppearanceView> read(String condition, int number) {
        return Rows.read(SELECT + condition, List.of(claim, number), Appearances::view);
    }

    private static AppearanceView view(ResultSet row) throws SQLException {
        var cells = new Cells(row);
        return new AppearanceView(
                cells.integer(),
                cells.text(),
                cells.id(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.instant());
    }
}
