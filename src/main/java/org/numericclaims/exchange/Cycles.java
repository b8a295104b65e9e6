package org.numericclaims.exchange;

import java.util.BitSet;

/** Finds the rings among things of which each leads to at most one other, in one walk over all of them. */
final class Cycles {

    /** What leads nowhere. */
    static final int END = -1;

    private Cycles() {}

    /**
     * The places that lead back to themselves.
     *
     * @param next for each place the one that it leads to, or {@link #END}
     */
    static BitSet in(int[] next) {
        var rings = new BitSet(next.length);
        var walked = new int[next.length];
        for (int start = 0; start < next.length; start++) {
            int at = start;
            while (at != END && walked[at] == 0) {
                walked[at] = start + 1;
                at = next[at];
            }
            if (at != END && walked[at] == start + 1) {
                for (; !rings.get(at); at = next[at]) {
                    rings.set(at);
                }
            }
        }
        return rings;
    }
}
