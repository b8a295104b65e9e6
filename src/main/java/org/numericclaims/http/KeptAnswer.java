package org.numericclaims.http;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.hibernate.Session;

/**
 * What a request with an Idempotency-Key was answered, for 24 hours.
 *
 * @param request a hash of what was asked
 * @param location the path of what was made, null where nothing was
 * @param etag null where the answer has none
 * @param body JSON in UTF-8, null where there is none
 */
record KeptAnswer(byte[] request, int status, String location, String etag, byte[] body) {

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    /** Who sends the key, which others may have chosen too. */
    record Key(String caller, String key) {}

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('answer ' || :caller, 0)"
            + " # hashtextextended(:key, 1))";

    private static final String FIND = "select request, status, location, etag, body from idempotency_key"
            + " where caller = :caller and key = :key and created_at > now() - interval '24 hours'";

    private static final String KEEP =
            "insert into idempotency_key (caller, key, request, status, location, etag, body)"
                    + " values (:caller, :key, :request, :status, :location, :etag, :body)"
                    + " on conflict (caller, key) do update set request = excluded.request, status = excluded.status,"
                    + " location = excluded.location, etag = excluded.etag, body = excluded.body, created_at = now()";

    /** Each that comes takes some old ones away, so that none stay. */
    private static final String FORGET = "delete from idempotency_key where (caller, key) in (select caller, key"
            + " from idempotency_key where created_at < now() - interval '24 hours' order by created_at limit 10"
            + " for update skip locked)";

    /** Lets nobody else use that key before this transaction ends; false where somebody does. */
    static boolean lock(EntityManager em, Key key) {
        return em.unwrap(Session.class)
                .createNativeQuery(LOCK, Tuple.class)
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .getSingleResult()
                .get(0, Boolean.class);
    }

    static Optional<KeptAnswer> find(EntityManager em, Key key) {
        return em.unwrap(Session.class)
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .getResultStream()
                .findFirst()
                .map(row -> new KeptAnswer(
                        row.get("request", byte[].class),
                        row.get("status", Integer.class),
                        row.get("location", String.class),
                        row.get("etag", String.class),
                        row.get("body", byte[].class)));
    }

    void keep(EntityManager em, Key key) {
        em.createNativeQuery(FORGET).executeUpdate();
        em.unwrap(Session.class)
                .createNativeMutationQuery(KEEP)
                .setParameter("caller", key.caller())
                .setParameter("key", key.key())
                .setParameter("request", request)
                .setParameter("status", status)
                .setParameter("location", location, String.class)
                .setParameter("etag", etag, String.class)
                .setParameter("body", body, byte[].class)
                .executeUpdate();
    }

    boolean answers(byte[] asked) {
        return Arrays.equals(request, asked);
    }

    /** The answer once more, which says so. */
    Response again() {
        var answer = Response.status(status).header("Idempotent-Replayed", "true");
        if (location != null) {
            answer.location(URI.create(location));
        }
        if (etag != null) {
            answer.tag(new EntityTag(etag));
        }
        return (body == null ? answer : answer.entity(body).type(JSON)).build();
    }
}
