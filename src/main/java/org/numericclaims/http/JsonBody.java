package org.numericclaims.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;

/** A request body that was read strictly: one JSON object in UTF-8, no key twice, numbers exact. */
public record JsonBody(ObjectNode json) {

    /** The media type of a merge patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** The media types in which a merge patch is taken, as Accept-Patch names them. */
    static final String PATCHES = MERGE_PATCH + ", " + MediaType.APPLICATION_JSON;

    /** Its fields, to be read by name; every fault goes to {@code faults}. */
    public Fields fields(Faults faults) {
        return new Fields(json, faults);
    }
}
