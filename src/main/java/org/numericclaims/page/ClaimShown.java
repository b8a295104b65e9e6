package org.numericclaims.page;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A claim with all that belongs to it.
 *
 * @param source where it was read
 * @param appearances where else it is printed
 * @param assessments what reviewers say of it
 * @param versions what our record of it was
 * @param checks what each other claim means for it
 * @param citation how to cite it as it is shown
 */
@TemplateData
public record ClaimShown(
        Map<String, Object> claim,
        Map<String, Object> source,
        List<Map<String, Object>> appearances,
        List<Map<String, Object>> assessments,
        List<Map<String, Object>> versions,
        List<Map<String, Object>> checks,
        Citation citation) {

    /** The axis for its own bounds, and for those of the others that have its unit. */
    public Gauge gauge() {
        var others = checks.stream().map(check -> Members.in(check, "other"));
        return Gauge.of(
                claim.get("unit"), Stream.concat(Stream.of(claim), others).toList());
    }
}
