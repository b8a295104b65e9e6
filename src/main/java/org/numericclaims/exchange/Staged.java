package org.numericclaims.exchange;

import java.util.List;
import org.numericclaims.claim.NewClaim;
import org.numericclaims.http.Fault;

/** A row and the claim that it is. */
record Staged(Row row, NewClaim claim) {

    /** Whether others may refer to it, or it refers to others. */
    boolean isRelated() {
        return row.key() != null || claim.partOf() != null || claim.supersedes() != null;
    }

    List<Fault> place(String code, String detail) {
        return row.place(List.of(new Fault(null, null, null, null, null, code, detail)));
    }
}
