package org.numericclaims.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * What a failure of the database means to the caller, told by its SQLState: a code and when to come back, never the
 * statement. The states are those of PostgreSQL's appendix A.
 */
enum DatabaseFailure {
    BUSY(503, "busy", 1, "Others hold what this request needs; send it again.", "55P03", "25P03"),
    DEADLOCK(
            503,
            "busy",
            1,
            "Others hold what this request needs, and need what it held; send it again.",
            "40P01",
            "40001"),
    QUERY_TIMEOUT(
            503,
            "query_timeout",
            5,
            "It took too long and was cancelled: narrow it, such as by 'subject', 'claimant', 'unit' or 'date_gte'; ask"
                    + " for 'count=estimated' rather than 'exact', or send less at once.",
            "57014"),
    STORAGE_FULL(503, "storage_full", 60, "The disk is full: nothing new can be kept; reading goes on.", "53100"),
    OVERLOADED(503, "overloaded", 2, "Too many requests at once; send it again.", "53300", "53200"),
    UNAVAILABLE(
            503,
            Problems.DATABASE_UNAVAILABLE,
            5,
            "The database cannot be reached; send it again.",
            "08",
            "57P",
            "28",
            "3D000",
            "25006"),
    IN_USE(409, "in_use", 0, "Something else still refers to it.", "23503");

    // the pool's own exceptions have no SQLState and no type of their own
    private static final String POOL_EXHAUSTED = "acquisition timeout";
    private static final String NO_NEW_CONNECTION = "Acquisition timeout while waiting for new connection";

    private final int status;
    private final String code;
    private final int retryAfter;
    private final String detail;
    private final String[] states;

    DatabaseFailure(int status, String code, int retryAfter, String detail, String... states) {
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
        this.detail = detail;
        this.states = states;
    }

    /** The failure somewhere behind {@code thrown}; at commit it is suppressed rather than a cause. */
    static Optional<DatabaseFailure> behind(Throwable thrown) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var open = new ArrayDeque<Throwable>();
        for (var next = thrown; next != null; next = open.poll()) {
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException failure) {
                var known = Arrays.stream(values()).filter(kind -> kind.covers(failure));
                var found = known.findFirst();
                if (found.isPresent()) {
                    return found;
                }
                Optional.ofNullable(failure.getNextException()).ifPresent(open::add);
            }
            Optional.ofNullable(next.getCause()).ifPresent(open::add);
            Collections.addAll(open, next.getSuppressed());
        }
        return Optional.empty();
    }

    HttpProblem problem() {
        var problem = Problems.coded(status, code, detail);
        if (retryAfter > 0) {
            problem.withHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return problem.build();
    }

    private boolean covers(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null) {
            var message = String.valueOf(failure.getMessage());
            return (this == OVERLOADED && message.contains(POOL_EXHAUSTED))
                    || (this == UNAVAILABLE && message.contains(NO_NEW_CONNECTION));
        }
        return Arrays.stream(states).anyMatch(state::startsWith);
    }
}
