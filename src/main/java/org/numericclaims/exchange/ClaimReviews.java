package org.numericclaims.exchange;

import java.util.List;
import java.util.Map;
import org.numericclaims.assessment.AssessmentView;

/**
 * The assessments of one claim as schema.org's ClaimReviews.
 *
 * @param claim its address
 * @param sentence what it says in short
 */
record ClaimReviews(String claim, String sentence) {

    /** Those that are there; null for none. */
    List<Map<String, Object>> of(List<AssessmentView> assessments) {
        return assessments.isEmpty()
                ? null
                : assessments.stream().map(this::review).toList();
    }

    /** Nobody has said whether the reviewer is a person or an organization. */
    private Map<String, Object> review(AssessmentView assessment) {
        return LinkedThing.of(
                "ClaimReview",
                "@id",
                claim + "/assessments/" + assessment.n(),
                "claimReviewed",
                sentence,
                "itemReviewed",
                Map.of("@id", claim),
                "author",
                LinkedThing.of("Thing", "name", assessment.reviewer()),
                "reviewRating",
                rating(assessment),
                "reviewBody",
                assessment.explanation(),
                "datePublished",
                assessment.date(),
                "url",
                assessment.url());
    }

    /** Without a ratingValue: contested or unverifiable is no step of a scale, and no reviewer gave a number. */
    private static Map<String, Object> rating(AssessmentView assessment) {
        return LinkedThing.of(
                "Rating",
                "name",
                assessment.rating(),
                "alternateName",
                assessment.label() == null ? assessment.rating() : assessment.label());
    }
}
