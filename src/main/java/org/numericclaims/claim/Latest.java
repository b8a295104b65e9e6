package org.numericclaims.claim;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps the entries that were asked for last, a bounded number of them. */
final class Latest<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;
    private static final int MOST = 20_000;

    Latest() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
