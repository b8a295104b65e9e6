package org.numericclaims.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.claim.ClaimPart;
import org.numericclaims.database.Cells;
import org.numericclaims.database.Rows;
import org.numericclaims.http.Problems;
import org.numericclaims.http.Removable;

/** What reviewers say of one claim, other than what was removed. */
public record Assessments(UUID claim) implements Removable<AssessmentView> {

    private static final String SELECT = """
            select number, reviewer, rating, label, explanation, url, date, created_by, created_at
            from assessment
            where claim_id = ? and removed_at is null and""";

    private static final String SAME = """
            select number from assessment
            where claim_id = ? and removed_at is null and reviewer = ? and rating = ?
              and label is not distinct from ? and explanation is not distinct from ?
              and url is not distinct from ? and date is not distinct from ?""";

    /** Takes the next number, which counts those that were removed; the claim is locked. */
    private static final String ADD = """
            insert into assessment (claim_id, number, reviewer, rating, label, explanation, url, date)
            values (?, (select coalesce(max(number), 0) + 1 from assessment where claim_id = ?), ?, ?, ?, ?, ?, ?)
            returning number""";

    private static final String REMOVE = "update assessment set removed_at = greatest(record_time(), created_at)"
            + " where claim_id = ? and number = ? returning number";

    /** Those of the claim at that address; 404 where there is none. */
    static Assessments of(String claim) {
        return new Assessments(ClaimPart.claim(claim));
    }

    /** At most {@code most} of them by number, those after that number. */
    public List<AssessmentView> after(int number, int most) {
        return read(" number > ? order by number limit " + most, number);
    }

    /** The one with that number; 404 where there is none. */
    AssessmentView at(String number) {
        return find(number, " number = ?");
    }

    /** Adds one; 409 where one stands that says the same to the letter. */
    AssessmentView add(NewAssessment sent) {
        ClaimPart.lock(claim);
        same(sent).ifPresent(standing -> {
            throw Problems.duplicate(
                    address(standing), "This very assessment stands already: " + address(standing) + ".");
        });
        var values = new ArrayList<Object>(List.of(claim, claim));
        values.addAll(sent.texts());
        var number = Rows.read(ADD, values, row -> row.getInt(1)).get(0);
        return at(number.toString());
    }

    /** The path of the one with that number. */
    String address(int number) {
        return "/v1/claims/" + claim + "/assessments/" + number;
    }

    @Override
    public AssessmentView locked(String number) {
        return find(number, " number = ? for no key update");
    }

    @Override
    public void remove(AssessmentView assessment) {
        Rows.read(REMOVE, List.of(claim, assessment.n()), row -> row.getInt(1));
    }

    @Override
    public AssessmentView view(AssessmentView assessment) {
        return assessment;
    }

    private AssessmentView find(String number, String condition) {
        return ClaimPart.number(number)
                .flatMap(known -> read(condition, known).stream().findFirst())
                .orElseThrow(() -> Problems.notFound("assessment", number));
    }

    private Optional<Integer> same(NewAssessment sent) {
        var values = new ArrayList<Object>(List.of(claim));
        values.addAll(sent.texts());
        return Rows.read(SAME, values, row -> row.getInt(1)).stream().findFirst();
    }

    private List<AssessmentView> read(String condition, int number) {
        return Rows.read(SELECT + condition, List.of(claim, number), Assessments::view);
    }

    private static AssessmentView view(ResultSet row) throws SQLException {
        var cells = new Cells(row);
        return new AssessmentView(
                cells.integer(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.instant());
    }
}
