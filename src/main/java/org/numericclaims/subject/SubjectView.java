package org.numericclaims.subject;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Versioned;
import org.numericclaims.naming.NameSearch;

/** A subject as it is shown, and as it may be sent back. */
@Schema(name = "Subject", description = "What a figure counts or measures.")
record SubjectView(
        @Schema(readOnly = true, description = "Its address, which never changes.", examples = "soldiers-killed")
        String slug,

        @Schema(
                required = true,
                description = "At most 300 characters; no other subject's name or alias.",
                examples = "Soldiers killed")
        String name,

        @Schema(
                nullable = true,
                description = "What counts as it and what doesn't; at most 20,000 characters.",
                examples = "Members of the armed forces who died, of whatever cause.")
        String definition,

        @Schema(description = "Other names by which claims may name it.", examples = "[\"Military deaths\"]")
        List<String> aliases,

        @Schema(
                nullable = true,
                description = "The slug of the subject that it is a part of.",
                examples = "soldiers-killed-or-wounded")
        String broader,

        @Schema(
                description = "How its figures add up: 'flow' adds up over time and never falls back (deaths, sales);"
                        + " 'net' adds up but may fall (profit); 'stock' holds at a moment (a price, a rate)."
                        + " 'flow' if not said. More kinds may come.",
                examples = "flow")
        SubjectKind kind,

        @Schema(
                nullable = true,
                description = "The period outside of which nothing of it happens.",
                examples = "2022-02-24/..")
        String span,

        @Schema(readOnly = true, description = "Grows by one with each change that changes something.", examples = "1")
        int version,

        @Schema(readOnly = true, description = "When it was recorded.", examples = "2025-01-21T12:00:00Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When it last changed.", examples = "2025-01-21T12:00:00Z")
        Instant updatedAt)
        implements Versioned {

    /** What may be sent, for the OpenAPI document. */
    static final String EXAMPLE = """
            {"name": "Soldiers killed", "aliases": ["Military deaths"], "kind": "flow", "span": "2022-02-24/.."}""";

    static final List<String> READ_ONLY = List.of("slug", "version", "created_at", "updated_at");
    static final List<String> FIELDS = List.of(
            "name", "definition", "aliases", "broader", "kind", "span", "slug", "version", "created_at", "updated_at");

    static SubjectView of(Subject subject) {
        return new SubjectView(
                subject.slug,
                subject.name,
                subject.definition,
                subject.aliases,
                subject.broader == null ? null : subject.broader.slug,
                subject.kind,
                subject.span,
                subject.version,
                subject.createdAt,
                subject.updatedAt);
    }

    /** At most {@code most} subjects by slug, those after {@code slug}. */
    static List<SubjectView> after(String slug, int most) {
        return Subject.after(slug, most).stream().map(SubjectView::of).toList();
    }

    /** At most {@code most} subjects by slug that are a part of the one with that id, those after {@code slug}. */
    static List<SubjectView> inside(UUID broader, String slug, int most) {
        return Subject.inside(broader, slug, most).stream().map(SubjectView::of).toList();
    }

    /** The subjects whose names are near what is searched, the nearest first. */
    static List<Lists.Found<SubjectView>> near(Lists.Search search) {
        return NameSearch.find(
                "subject",
                search,
                ids -> Subject.all(ids).stream().collect(Collectors.toMap(subject -> subject.id, SubjectView::of)));
    }
}
