package org.numericclaims.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Does a POST once for each Idempotency-Key: whoever sends it again is told what was answered, on whichever instance.
 * Only what was done is kept, in the transaction that did it, so that what failed is tried anew.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE) // inside the transaction, which is begun before
class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");
    private static final int NOT_DONE = 300;

    private final EntityManager em;
    private final ObjectMapper mapper;
    private final RoutingContext exchange;
    private final SecurityContext caller;

    Idempotency(EntityManager em, ObjectMapper mapper, RoutingContext exchange, SecurityContext caller) {
        this.em = em;
        this.mapper = mapper;
        this.exchange = exchange;
        this.caller = caller;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var sent = exchange.request().headers().getAll(Idempotent.HEADER);
        if (sent.isEmpty()) {
            return call.proceed();
        }
        if (sent.size() > 1 || !KEY.matcher(sent.get(0)).matches()) {
            throw Problems.of(
                    400,
                    "malformed_header",
                    Idempotent.HEADER + " is one text of at most 255 characters of ASCII, such as a UUID.");
        }
        var key = new KeptAnswer.Key(caller.getUserPrincipal().getName(), sent.get(0));
        if (!KeptAnswer.lock(em, key)) {
            throw Problems.of(
                    409,
                    "idempotency_key_in_use",
                    "A request with this " + Idempotent.HEADER
                            + " is running; ask again when it has ended, to be told its answer.");
        }
        var asked = new Asked(call, exchange.request().uri());
        var kept = KeptAnswer.find(em, key);
        return kept.isPresent() ? again(kept.get(), asked) : answer(key, asked, (Response) call.proceed());
    }

    private static Response again(KeptAnswer kept, Asked asked) throws IOException {
        if (!kept.answers(asked.hash())) {
            throw Problems.of(
                    422,
                    "idempotency_key_reused",
                    "This " + Idempotent.HEADER + " was sent with another request; take a new one.");
        }
        return kept.again();
    }

    private Response answer(KeptAnswer.Key key, Asked asked, Response answer) throws IOException {
        if (answer.getStatus() < NOT_DONE) {
            var location = Optional.ofNullable(answer.getLocation());
            var etag = Optional.ofNullable(answer.getEntityTag());
            new KeptAnswer(
                            asked.hash(),
                            answer.getStatus(),
                            location.map(Idempotency::path).orElse(null),
                            etag.map(tag -> tag.getValue()).orElse(null),
                            body(answer))
                    .keep(em, key);
        }
        return answer;
    }

    /** Without what stands before ours, as it does where the service has another root. */
    private static String path(URI location) {
        var path = location.getRawPath();
        return path.substring(path.indexOf("/v1/"));
    }

    private byte[] body(Response answer) throws JsonProcessingException {
        return answer.getEntity() == null || answer.getEntity() instanceof byte[]
                ? (byte[]) answer.getEntity()
                : mapper.writeValueAsBytes(answer.getEntity());
    }

    /** What is asked, hashed while it is read. */
    private static final class Asked {

        private final MessageDigest digest;
        private InputStream stream = InputStream.nullInputStream();

        Asked(InvocationContext call, String uri) {
            digest = Sha256.begun();
            digest.update(uri.getBytes(StandardCharsets.UTF_8));
            call.setParameters(
                    Arrays.stream(call.getParameters()).map(this::hashed).toArray());
        }

        private Object hashed(Object parameter) {
            if (parameter instanceof JsonBody body) {
                digest.update(body.json().toString().getBytes(StandardCharsets.UTF_8));
            } else if (parameter instanceof InputStream body) {
                stream = new DigestInputStream(body, digest) {
                    @Override
                    public void close() {
                        // whoever reads a file closes it at its end, and what follows is to be hashed too
                    }
                };
                return stream;
            }
            return parameter;
        }

        /** Of all of it: what nobody has read of the body is read now. */
        byte[] hash() throws IOException {
            stream.transferTo(OutputStream.nullOutputStream());
            return digest.digest();
        }
    }
}
