package org.numericclaims.appearance;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.numericclaims.database.Rows;

/**
 * How many sources stand behind claims: their own and those of their appearances, by publisher where that is known,
 * since twenty articles of one agency are one source.
 */
public final class IndependentSources {

    private static final String COUNT = """
            select count(distinct coalesce(s.publisher, cast(s.id as text)))
            from (select c.source_id from claim c where c.id = any(?)
                  union all
                  select a.source_id from appearance a where a.claim_id = any(?) and a.removed_at is null) place
            join source s on s.id = place.source_id""";

    private IndependentSources() {}

    /** Those of these claims together. */
    public static int of(Collection<UUID> claims) {
        return Rows.planned(COUNT, List.of(claims, claims), row -> row.getInt(1))
                .get(0);
    }
}
