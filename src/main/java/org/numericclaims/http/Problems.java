package org.numericclaims.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The refusals of the service, each an RFC 9457 problem with a stable code. */
public final class Problems {

    /** Carries the new slug of what was moved to {@link ProblemForm}. */
    static final String MOVED_TO = "moved_to";

    /** What a code is prefixed with to name the kind of problem. */
    static final String TYPE = "urn:numeric-claims:problem:";

    static final String DATABASE_UNAVAILABLE = "database_unavailable";

    private Problems() {}

    /** A problem without places in the request: {@code code} is snake_case, {@code detail} says how to mend it. */
    public static HttpProblem of(int status, String code, String detail) {
        return coded(status, code, detail).build();
    }

    /** A problem made of faults, at least one; it takes the code and the detail of the first. */
    public static HttpProblem of(int status, List<Fault> faults) {
        var first = faults.get(0);
        return of(status, first.code(), first.detail(), faults);
    }

    /** A problem with a code of its own, made of faults. */
    public static HttpProblem of(int status, String code, String detail, List<Fault> faults) {
        return coded(status, code, detail).with("errors", faults).build();
    }

    /** Nothing of that kind is kept under that address. */
    public static HttpProblem notFound(String kind, String address) {
        return of(404, "not_found", "There is no " + kind + " '" + address + "'.");
    }

    /**
     * What was at the slug {@code from} is at {@code to} for good: 308. The address is finished by
     * {@link ProblemForm}, which knows the rest of it.
     */
    public static HttpProblem moved(String from, String to) {
        return coded(308, "moved", "'" + from + "' was merged into '" + to + "'; use that from now on.")
                .with(MOVED_TO, to)
                .build();
    }

    /** The body broke off before its end. */
    public static HttpProblem bodyIncomplete() {
        return of(400, "body_incomplete", "The body broke off before its end; nothing was kept.");
    }

    /** The database cannot serve now: 503, with Retry-After. */
    public static HttpProblem databaseUnavailable() {
        return DatabaseFailure.UNAVAILABLE.problem();
    }

    /** Another thing has that name; {@code address} is its path. */
    public static HttpProblem taken(String name, String address) {
        return coded(409, "name_taken", "'" + name + "' is taken; Link says by which.")
                .withHeader(HttpHeaders.LINK, "<" + address + ">; rel=\"describedby\"")
                .build();
    }

    /** What was sent stands already, at the path {@code address}; {@code detail} says what to do about that. */
    public static HttpProblem duplicate(String address, String detail) {
        return coded(409, "duplicate", detail)
                .withHeader(HttpHeaders.LINK, "<" + address + ">; rel=\"duplicate\"")
                .build();
    }

    /** A builder, for a problem that needs headers or members of its own. */
    public static HttpProblem.Builder coded(int status, String code, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(Titles.of(status))
                .withDetail(detail)
                .with("code", code);
    }
}
