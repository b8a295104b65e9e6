package org.numericclaims.claim;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A field of a claim: its one name in JSON, files and queries, and what a claim has there. */
public record ClaimField(String name, Method accessor) {

    /** All of them, in the order in which they are shown. */
    static final List<ClaimField> ALL = Arrays.stream(ClaimView.class.getRecordComponents())
            .map(component -> new ClaimField(name(component), component.getAccessor()))
            .toList();

    /** What the claim has there; null where it has nothing. */
    public Object of(ClaimView claim) {
        try {
            return accessor.invoke(claim);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
