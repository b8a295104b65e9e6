package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.numericclaims.claim.Given;

/**
 * A small record of claims, made at random: the same for the same seed and mark.
 *
 * @param topics by name, the broader before the narrower
 * @param claimants by name, each with the name of the one that it is a member of, or an empty one
 * @param publishers by the address of the source; addresses without one are not here
 * @param rows the claims as they are sent to the import, each with a key of its own in {@code key} and {@code note}
 * @param changes by key, the status that a claim takes once all are there
 */
record World(
        long seed,
        Map<String, Topic> topics,
        Map<String, String> claimants,
        Map<String, String> publishers,
        List<ObjectNode> rows,
        Map<String, String> changes) {

    /** The world of that seed; worlds with different marks have no name in common. */
    static World of(long seed, String mark) {
        return new WorldMaker(seed, mark).make();
    }

    /** The world of that seed, with a mark that no other in this run has. */
    static World of(long seed) {
        return of(seed, Given.unique("world").replace(' ', '-'));
    }

    /** The claims as the service would show them, without a service. */
    List<Told> imagined() {
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.put(rows.get(i).get("key").textValue(), new UUID(seed, i).toString());
        }
        var told = new ArrayList<Told>();
        for (var row : rows) {
            var json = row.deepCopy();
            var key = json.remove("key").textValue();
            json.put("id", ids.get(key));
            json.put("created_at", Instant.EPOCH.plusSeconds(told.size()).toString());
            json.put("status", changes.getOrDefault(key, json.path("status").asText("active")));
            List.of("part_of", "supersedes").forEach(field -> {
                if (json.has(field)) {
                    json.put(field, ids.get(json.get(field).textValue()));
                }
            });
            told.add(Told.of(json, topics));
        }
        return told;
    }

    /** Brings it into the service; the claims as the service then shows them. */
    List<Told> load(Client client) {
        claimants.forEach((name, group) -> client.post("/v1/claimants", claimant(name, group)));
        publishers.forEach((url, publisher) ->
                client.post("/v1/sources", object().put("url", url).put("publisher", publisher)));
        topics.values()
                .forEach(topic -> same(
                        client.post("/v1/subjects", subject(topic)).get("slug").textValue(), topic.slug()));
        var body = object();
        body.putArray("claims").addAll(rows);
        same(client.post("/v1/claims/import", body).get("created").intValue(), rows.size());
        var ids = stored(client).stream()
                .collect(Collectors.toMap(
                        claim -> claim.get("note").textValue(),
                        claim -> claim.get("id").textValue()));
        changes.forEach((key, status) -> change(client, "/v1/claims/" + ids.get(key), status));
        return stored(client).stream().map(json -> Told.of(json, topics)).toList();
    }

    private List<JsonNode> stored(Client client) {
        var claimed = claimants.keySet().stream()
                .map(name -> "&claimant=" + Client.encoded(name))
                .collect(Collectors.joining());
        return client.items("/v1/claims?limit=500&status=active&status=retracted&status=withdrawn" + claimed);
    }

    /** What was withdrawn by DELETE is no different from what was by PATCH. */
    private static void change(Client client, String claim, String status) {
        if (status.equals("withdrawn") && claim.hashCode() % 2 == 0) {
            client.delete(claim);
        } else {
            client.patch(claim, "{\"status\":\"" + status + "\"}");
        }
    }

    private static ObjectNode claimant(String name, String group) {
        var json = object().put("name", name).put("kind", "other");
        return group.isEmpty() ? json : json.put("member_of", Topic.slug(group));
    }

    private static ObjectNode subject(Topic topic) {
        var json = object().put("name", topic.name()).put("kind", topic.kind());
        if (topic.span() != null) {
            json.put("span", topic.span().text());
        }
        return topic.broader() == null
                ? json
                : json.put("broader", topic.broader().slug());
    }

    private static ObjectNode object() {
        return Client.JSON.createObjectNode();
    }

    private static void same(Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            throw new AssertionError("expected " + expected + " but found " + found);
        }
    }
}
