package org.numericclaims.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.lang.System.Logger.Level;
import java.net.URI;

/** Gives every problem, also the framework's own, the one form that the contract names. */
@ApplicationScoped
public class ProblemForm implements ProblemPostProcessor {

    private static final System.Logger LOG = System.getLogger(ProblemForm.class.getName());
    private static final String API = "/v1/";
    private static final String MATRIX = ";[^/]*";
    private static final int UNEXPECTED = 500;

    private final RoutingContext request;
    private final AllowedMethods allowed;
    private final Asked asked;

    ProblemForm(RoutingContext request, AllowedMethods allowed, Asked asked) {
        this.request = request;
        this.allowed = allowed;
        this.asked = asked;
    }

    /** What a caller is told where that was thrown; what is no matter of his is logged instead. */
    public HttpProblem of(RuntimeException thrown) {
        var problem =
                thrown instanceof HttpProblem refusal ? refusal : HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
        return apply(problem, ProblemContext.of(thrown, request.request().path()));
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() != UNEXPECTED) {
            return form(problem);
        }
        var known = DatabaseFailure.behind(context.cause);
        var place = "Request " + RequestId.of(request) + " failed: ";
        if (known.isPresent()) {
            LOG.log(Level.WARNING, place + known.get());
            return form(known.get().problem());
        }
        LOG.log(Level.ERROR, place + context.cause, context.cause);
        return form(problem);
    }

    private HttpProblem form(HttpProblem problem) {
        int status = problem.getStatusCode();
        var ours = problem.getParameters().containsKey("code");
        var code = ours ? problem.getParameters().get("code").toString() : Titles.code(status);
        var form = HttpProblem.builder()
                .withType(URI.create(Problems.TYPE + code))
                .withTitle(Titles.of(status))
                .withStatus(status)
                .withDetail(ours ? problem.getDetail() : Titles.detail(status))
                .withInstance(URI.create(request.request().path()))
                .with("code", code)
                .with("request_id", RequestId.of(request));
        if (problem.getParameters().containsKey("errors")) {
            form.with("errors", problem.getParameters().get("errors"));
        }
        problem.getHeaders().forEach(form::withHeader);
        if (status == 405) {
            form.withHeader(HttpHeaders.ALLOW, allowed.at(request.request().path()));
        }
        if (status == 415 && request.request().method() == HttpMethod.PATCH) {
            form.withHeader("Accept-Patch", JsonBody.PATCHES); // RFC 5789, section 2.2
        }
        if (problem.getParameters().get(Problems.MOVED_TO) instanceof String slug) {
            form.withHeader(HttpHeaders.LOCATION, moved(slug));
        }
        return form.build();
    }

    /** The address that is asked with another slug: /v1/{kind}/{slug}, or a page's without /v1, and all behind it. */
    private String moved(String slug) {
        var path = asked.path().replaceAll(MATRIX, "");
        var segments = path.split("/");
        segments[path.startsWith(API) ? 3 : 2] = slug;
        var query = request.request().query();
        return String.join("/", segments) + (query == null ? "" : "?" + query);
    }
}
