package org.numericclaims.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.numericclaims.database.DatabaseAway;
import org.numericclaims.http.Cursors;
import org.numericclaims.http.Problems;

/**
 * Tells those who listen what is new. They are told together: those who have come to the same change cost one question
 * to the database each second, however many they are, and none holds a connection to it in between.
 */
@ApplicationScoped
class ChangeStreams {

    /** How many a listener is told at a time, and more only when he has taken them. */
    private static final int AT_ONCE = 100;

    /** For how many places the database is asked each second; the others come later. */
    private static final int PLACES = 50;

    private static final int SECONDS_OF_SILENCE = 15;

    /** Then a stream ends; a client comes back by itself and goes on where it was, if its key still allows it. */
    private static final int SECONDS_OF_A_STREAM = 600;

    private final ChangeFeed feed;
    private final Cursors cursors;
    private final ObjectMapper json;
    private final Sse sse;
    private final int most;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    ChangeStreams(
            ChangeFeed feed,
            Cursors cursors,
            ObjectMapper json,
            Sse sse,
            @ConfigProperty(name = "claims.change-streams") int most) {
        this.feed = feed;
        this.cursors = cursors;
        this.json = json;
        this.sse = sse;
        this.most = most;
    }

    /** One who listens, and where he has come to. */
    private static final class Listener {

        private final MultiEmitter<? super OutboundSseEvent> emitter;
        private ChangeFeed.Place place;
        private int silence;
        private int age;

        Listener(MultiEmitter<? super OutboundSseEvent> emitter, ChangeFeed.Place place) {
            this.emitter = emitter;
            this.place = place;
        }
    }

    /** All changes behind that place, and those to come; a problem where too many listen already. */
    Multi<OutboundSseEvent> from(ChangeFeed.Place place) {
        if (listeners.size() >= most) {
            throw Problems.coded(503, "busy", "Too many listen already; ask again later, or for pages.")
                    .withHeader("Retry-After", 30)
                    .build();
        }
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            var listener = new Listener(emitter, place);
                            listeners.add(listener);
                            emitter.onTermination(() -> listeners.remove(listener));
                            emitter.emit(comment("Changes follow as they come."));
                            if (stopped) {
                                emitter.complete();
                            }
                        },
                        2 * AT_ONCE);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = DatabaseAway.class)
    @ActivateRequestContext
    void tell() {
        for (var listener : listeners) {
            if (++listener.age > SECONDS_OF_A_STREAM) {
                listener.emitter.complete();
            }
        }
        var ready = listeners.stream()
                .filter(listener -> listener.emitter.requested() > 0)
                .collect(Collectors.groupingBy(listener -> listener.place));
        var places = new ArrayList<>(ready.keySet());
        Collections.shuffle(places); // so that none waits for ever
        places.stream().limit(PLACES).forEach(place -> tell(ready.get(place), feed.behind(place, AT_ONCE)));
    }

    private void tell(List<Listener> some, List<ChangeFeed.Told> told) {
        var events = told.stream().map(this::event).toList();
        for (var listener : some) {
            if (!events.isEmpty()) {
                events.forEach(listener.emitter::emit);
                listener.place = told.get(told.size() - 1).place();
                listener.silence = 0;
            } else if (++listener.silence >= SECONDS_OF_SILENCE) {
                listener.emitter.emit(comment("")); // else nobody sees that he has gone
                listener.silence = 0;
            }
        }
    }

    /** Before all else: as long as anybody listens, the service would wait for him to go. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopped = true;
        listeners.forEach(listener -> listener.emitter.complete());
    }

    private OutboundSseEvent event(ChangeFeed.Told told) {
        try {
            return sse.newEventBuilder()
                    .id(cursors.behind(ChangeResource.LIST, told.place().values()))
                    .name(told.change().kind())
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(json.writeValueAsString(told.change()))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboundSseEvent comment(String text) {
        return sse.newEventBuilder().comment(text).build();
    }
}
