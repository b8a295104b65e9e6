package org.numericclaims.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/** A thing as schema.org describes it. */
final class LinkedThing {

    private LinkedThing() {}

    /** A thing of that type with these members, each name before its value; null is left out. */
    static Map<String, Object> of(String type, Object... members) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                thing.put((String) members[i], members[i + 1]);
            }
        }
        return thing;
    }
}
