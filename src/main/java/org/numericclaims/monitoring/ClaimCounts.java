package org.numericclaims.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.numericclaims.exchange.ImportAnswer;
import org.numericclaims.mcp.Answered;

/**
 * Counts what was done to claims and asked of them since the start of this process, once it is in the database. What an
 * Idempotency-Key answers a second time is not counted again.
 */
@Provider
public class ClaimCounts implements ContainerResponseFilter {

    private static final String WRITTEN = "claims.written";
    private static final String CHANGE = "change";
    private static final String IMPORTS = "claims.imports";
    private static final String VERDICTS = "claims.verdicts.asked";

    private static final Map<String, String> CHANGES = Map.of(
            "addClaim", "added",
            "replaceClaim", "changed",
            "changeClaim", "changed",
            "withdrawClaim", "withdrawn");

    private static final Set<String> GIVE_VERDICTS =
            Set.of("checkClaim", "compareClaimants", "listContradictions", "listImpliedFigures");

    private final MeterRegistry meters;
    private final ResourceInfo resource;

    ClaimCounts(MeterRegistry meters, ResourceInfo resource) {
        this.meters = meters;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var method = resource.getResourceMethod();
        var operation = method == null ? null : method.getAnnotation(Operation.class);
        boolean done = response.getStatusInfo().getFamily() == Family.SUCCESSFUL
                && response.getHeaderString("Idempotent-Replayed") == null;
        if (operation == null || !done) {
            return;
        }
        var id = operation.operationId();
        if (CHANGES.containsKey(id)) {
            meters.counter(WRITTEN, CHANGE, isAsked("purge", request) ? "purged" : CHANGES.get(id))
                    .increment();
        } else if (GIVE_VERDICTS.contains(id)) {
            countVerdicts(id);
        } else if (id.equals("importClaims")) {
            meters.counter(IMPORTS, "dry_run", String.valueOf(isAsked("dry_run", request)))
                    .increment();
        }
    }

    void imported(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportAnswer answer) {
        if (!answer.dryRun()) { // of which one is told at once, as its transaction can only fail
            meters.counter(WRITTEN, CHANGE, "imported").increment(answer.created());
        }
    }

    void answered(@Observes Answered tool) {
        if (GIVE_VERDICTS.contains(tool.operation())) {
            countVerdicts(tool.operation());
        }
    }

    private void countVerdicts(String operation) {
        meters.counter(VERDICTS, "operation", operation).increment();
    }

    private static boolean isAsked(String flag, ContainerRequestContext request) {
        return "true".equals(request.getUriInfo().getQueryParameters().getFirst(flag));
    }
}
