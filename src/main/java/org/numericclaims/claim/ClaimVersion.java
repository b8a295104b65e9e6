package org.numericclaims.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.numericclaims.database.Rows;

/**
 * What a claim was from one change of our record to the next; whom and what it names has its names of today.
 *
 * @param claim as it was shown then
 * @param changedBy who made it so, null where that is not known
 * @param reason why, null where none was given
 */
record ClaimVersion(ClaimView claim, String changedBy, String reason) {

    private static final String ALL =
            "(select * from claim where id = ? union all select * from claim_version where id = ?) c";

    /** What changes with each version, or with a field that is shown beside it. */
    private static final Set<String> FOLLOWS =
            Set.of("version", "created_at", "updated_at", "claimant_slug", "subject_slug", "source_id");

    /** At most {@code most} versions of the claim with that id before a number, the newest first. */
    static List<ClaimVersion> before(int number, UUID id, int most) {
        return read(id, "c.version < ?", number, most);
    }

    /** The version of the claim that has this number. */
    static Optional<ClaimVersion> numbered(int number, UUID id) {
        return read(id, "c.version = ?", number, 1).stream().findFirst();
    }

    /** Notes why the claims that this transaction changes from now on are changed, null for no reason. */
    static void giveReason(String reason) {
        if (reason != null) {
            Rows.read("select set_config('claims.reason', ?, true)", List.of(reason), row -> row.getString(1));
        }
    }

    private static List<ClaimVersion> read(UUID id, String condition, Object value, int most) {
        return Rows.read(
                ClaimRow.selectVersions(ALL) + "where " + condition + " order by c.version desc limit " + most,
                List.of(id, id, value),
                ClaimRow::version);
    }

    /** What was changed by it, where {@code before} is the version before it; nothing where there was none. */
    List<ClaimHistory.Changed> since(ClaimVersion before) {
        return ClaimField.ALL.stream()
                .filter(field -> !FOLLOWS.contains(field.name()))
                .map(field -> new ClaimHistory.Changed(field.name(), field.of(before.claim), field.of(claim)))
                .filter(changed -> !Objects.equals(changed.before(), changed.after()))
                .toList();
    }
}
