package org.numericclaims.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One kind of thing that is changed over HTTP, for {@link Edits}.
 *
 * @param <T> the thing as it is kept
 * @param <N> what is sent for it
 */
public interface Editable<T, N> extends Removable<T> {

    /** What was sent; every fault of it goes to those of {@code body}. Called before anything is looked up, too. */
    N read(Fields body);

    /** Makes the thing what was sent, unless {@code faults} has any in the end; then throws them. */
    void apply(T thing, N sent, Faults faults);

    /** The fields of the view that only the service sets. */
    List<String> readOnly();

    /** What it is to be after a merge patch (RFC 7396). */
    default ObjectNode patched(ObjectNode stored, ObjectNode patch) {
        return MergePatch.apply(stored, patch);
    }
}
