package org.numericclaims.claim;

import java.util.regex.Pattern;
import org.numericclaims.http.Count;

/** Says how many claims match. */
public final class Counts {

    /** So many are counted at once by any index, in some hundredths of a second. */
    private static final int CHEAP = 10_000;

    /** The planner may be wrong by this factor, since it takes what is filtered by two columns for independent. */
    private static final long FAR_MORE = 3;

    private static final Pattern ROWS = Pattern.compile(" rows=(\\d+)");

    private Counts() {}

    /** As many as there are; {@code kind} {@link Count#ESTIMATED} counts them only where they are few. */
    static Count of(Where where, String kind) {
        return kind.equals(Count.EXACT)
                ? new Count(number("select count(*) from claim c" + where.clause(), where), Count.EXACT)
                : cheap(where);
    }

    /** Exact where there are few; else what the planner, which knows samples of the columns, says. */
    private static Count cheap(Where where) {
        long few = upTo(CHEAP + 1, where);
        return few <= CHEAP ? new Count(few, Count.EXACT) : new Count(Math.max(few, planned(where)), Count.ESTIMATED);
    }

    /** Whether more than that match; they are counted only where the planner does not expect far more. */
    static boolean exceeds(int most, Where where) {
        return planned(where) > FAR_MORE * most || upTo(most + 1, where) > most;
    }

    /** How many match, but at most so many: those are counted however many there are. */
    public static long upTo(int most, Where where) {
        return number(
                "select count(*) from (select 1 from claim c" + where.clause() + " limit " + most + ") few", where);
    }

    private static long planned(Where where) {
        var plan = ROWS.matcher(first("explain select 1 from claim c" + where.clause(), where));
        return plan.find() ? Long.parseLong(plan.group(1)) : 0;
    }

    private static long number(String sql, Where where) {
        return Long.parseLong(first(sql, where));
    }

    private static String first(String sql, Where where) {
        return where.read(sql, row -> row.getString(1)).get(0);
    }
}
