package org.numericclaims.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.numericclaims.database.Rows;
import org.numericclaims.naming.Ids;

/** What has a number of its own inside one claim, such as a version or an appearance: how paths name it. */
public final class ClaimPart {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private ClaimPart() {}

    /** The number that the text is; empty where it is none that a part of a claim could have. */
    public static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** The claim at that address, whatever its status; 404 where there is none. */
    public static UUID claim(String address) {
        return Ids.read(address)
                .flatMap(id ->
                        Rows.read("select id from claim where id = ?", List.of(id), row -> row.getObject(1, UUID.class))
                                .stream()
                                .findFirst())
                .orElseThrow(() -> Claim.missing(address));
    }

    /** Lets nobody else change that claim, or give a number in it, before this transaction ends; returns its source. */
    public static UUID lock(UUID claim) {
        return Rows.read(
                        "select source_id from claim where id = ? for no key update",
                        List.of(claim),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst()
                .orElseThrow(() -> Claim.missing(claim.toString()));
    }
}
