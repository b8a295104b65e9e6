package org.numericclaims.claim;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.numericclaims.http.Parameters;

/** A field of a claim: its one name in JSON, files and queries, and what a claim has there. */
public record ClaimField(String name, Method accessor) {

    /** All of them, in the order in which they are shown. */
    static final List<ClaimField> ALL = of(ClaimView.class).toList();

    /** Those and the fields that only a claim told in another unit has. */
    static final List<ClaimField> TOLD = Stream.concat(
                    ALL.stream(),
                    of(ClaimInUnit.class).filter(field -> field.accessor.getReturnType() != ClaimView.class))
            .toList();

    /** The names of all fields of a claim. */
    static final List<String> NAMES = names(ALL);

    /** The field of that name. */
    public static ClaimField named(String name) {
        return ALL.stream().filter(field -> field.name.equals(name)).findAny().orElseThrow();
    }

    static List<String> names(List<ClaimField> fields) {
        return fields.stream().map(ClaimField::name).toList();
    }

    /** Those of the fields that were asked for; all of them where none were. */
    static List<ClaimField> picked(List<ClaimField> fields, List<String> asked) {
        return Parameters.isAsked(asked)
                ? fields.stream().filter(field -> asked.contains(field.name)).toList()
                : fields;
    }

    /** What a claim, as it was stated or told in another unit, has there; null where it has nothing. */
    public Object of(Object claim) {
        try {
            boolean inside = claim instanceof ClaimInUnit && accessor.getDeclaringClass() == ClaimView.class;
            return accessor.invoke(inside ? ((ClaimInUnit) claim).claim() : claim);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Stream<ClaimField> of(Class<? extends Record> claim) {
        return Arrays.stream(claim.getRecordComponents())
                .map(component -> new ClaimField(name(component), component.getAccessor()));
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
