package org.numericclaims.changes;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.numericclaims.http.Congestion;
import org.numericclaims.http.Cursors;
import org.numericclaims.http.Limit;
import org.numericclaims.http.Lists;

/** All that was recorded, in one order: to keep a copy, or to be told what is new. */
@Path("/v1/changes")
@Tag(name = "Changes", description = "What was recorded, by whom and why, in one order.")
public class ChangeResource {

    static final String LIST = "changes";

    private static final List<Variant> FORMS =
            List.of(new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null));

    private static final String NOW = "now";

    private final ChangeFeed feed;
    private final ChangeStreams streams;
    private final Cursors cursors;
    private final Lists lists;
    private final Request request;
    private final RoutingContext exchange;

    ChangeResource(
            ChangeFeed feed,
            ChangeStreams streams,
            Cursors cursors,
            Lists lists,
            Request request,
            RoutingContext exchange) {
        this.feed = feed;
        this.streams = streams;
        this.cursors = cursors;
        this.lists = lists;
        this.request = request;
        this.exchange = exchange;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listChanges",
            summary = "Read what was recorded, the earliest first",
            description =
                    "Whoever goes on behind the last change that he has seen, again and again, misses none, however"
                            + " late it was committed: what was recorded while an older transaction is still running is told"
                            + " when that has ended. Also what was changed by SQL by hand, and that a claim was purged, but"
                            + " nothing of it. With 'Accept: text/event-stream' the answer stays open and tells each change"
                            + " within some seconds as a server-sent event, whose id is what to go on behind.")
    @APIResponseSchema(
            value = Change.Page.class,
            responseCode = "200",
            responseDescription = "A page of changes; the Link header leads on where there are more of them.")
    public Response list(
            @Parameter(description = AFTER) @QueryParam("after") String after, @QueryParam("limit") String limit) {
        int most = Limit.of(limit);
        if (request.selectVariant(FORMS) == null) { // where two methods produce something the framework refuses nothing
            throw new NotAcceptableException();
        }
        var place = place(after);
        var told = feed.behind(place, most + 1);
        boolean more = told.size() > most;
        var shown = more ? told.subList(0, most) : told;
        var last = shown.isEmpty() ? place : shown.get(shown.size() - 1).place();
        var next = cursors.behind(LIST, last.values());
        var page = new Change.Page(shown.stream().map(ChangeFeed.Told::change).toList(), next);
        return lists.linked(page, "after", more ? next : null);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true) // one path and method is one operation there: that of the page tells of this one
    @Blocking // it asks who may, and where the end is, before it begins
    @ResponseHeader(name = "X-Accel-Buffering", value = "no") // a proxy such as nginx keeps events back otherwise
    public Multi<OutboundSseEvent> stream(
            @QueryParam("after") String after, @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId) {
        var place = place(lastEventId == null ? after : lastEventId);
        Congestion.leave(exchange);
        return request.getMethod().equals(HttpMethod.HEAD) ? Multi.createFrom().empty() : streams.from(place);
    }

    private ChangeFeed.Place place(String after) {
        if (after == null) {
            return ChangeFeed.Place.BEGINNING;
        }
        return after.equals(NOW) ? feed.end() : ChangeFeed.Place.of(cursors.read(LIST, "after", after));
    }

    static final String AFTER =
            "The 'next' of the page before, or the id of an event: what comes behind that. 'now': what"
                    + " comes from now on. From the very first change if not said.";
}
