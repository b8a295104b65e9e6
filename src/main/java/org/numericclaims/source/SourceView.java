package org.numericclaims.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Lists;
import org.numericclaims.http.Versioned;
import org.numericclaims.naming.NameSearch;

/** A source as it is shown, and as it may be sent back. */
@Schema(name = "Source", description = "Where a claim was read: a URL, a citation, or both.")
record SourceView(
        @Schema(
                readOnly = true,
                description = "Its address, which never changes.",
                examples = "01948a3c-7b7e-7c3e-9d53-0a4f3c2b1d00")
        UUID id,

        @Schema(
                nullable = true,
                description = "http or https, at most 2,048 characters, without a password; shown as it was given.",
                examples = "https://example.org/a")
        String url,

        @Schema(
                nullable = true,
                description = "What to print where there is no URL to link; at most 2,000 characters.",
                examples = "The Times, 21 January 2025, p. 4")
        String citation,

        @Schema(nullable = true, description = "At most 1,000 characters.", examples = "A year of war in numbers")
        String title,

        @Schema(nullable = true, description = "Who prints it, not who says it.", examples = "The Times")
        String publisher,

        @Schema(nullable = true, description = "When it came out: a year, a month or a day.", examples = "2025-01-21")
        String published,

        @Schema(
                nullable = true,
                description = "Where a copy is kept, by the rules of 'url'.",
                examples = "https://web.archive.org/web/2025/https://example.org/a")
        String archiveUrl,

        @Schema(nullable = true, description = "Its language, as a BCP 47 tag.", examples = "en")
        String language,

        @Schema(readOnly = true, description = "Grows by one with each change that changes something.", examples = "1")
        int version,

        @Schema(readOnly = true, description = "When it was recorded.", examples = "2025-01-21T12:00:00Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When it last changed.", examples = "2025-01-21T12:00:00Z")
        Instant updatedAt)
        implements Versioned {

    /** What may be sent, for the OpenAPI document. */
    static final String EXAMPLE = """
            {"url": "https://example.org/a", "publisher": "The Times", "published": "2025-01-21", "language": "en"}""";

    static final List<String> READ_ONLY = List.of("id", "version", "created_at", "updated_at");
    static final List<String> FIELDS = List.of(
            "url",
            "citation",
            "title",
            "publisher",
            "published",
            "archive_url",
            "language",
            "id",
            "version",
            "created_at",
            "updated_at");

    static SourceView of(Source source) {
        return new SourceView(
                source.id,
                source.url,
                source.citation,
                source.title,
                source.publisher,
                source.published,
                source.archiveUrl,
                source.language,
                source.version,
                source.createdAt,
                source.updatedAt);
    }

    /** At most {@code most} sources by id, those after {@code id}. */
    static List<SourceView> after(String id, int most) {
        return Source.after(id, most).stream().map(SourceView::of).toList();
    }

    /** The sources whose names are near what is searched, the nearest first. */
    static List<Lists.Found<SourceView>> near(Lists.Search search) {
        return NameSearch.find(
                "source",
                search,
                ids -> Source.all(ids).stream().collect(Collectors.toMap(source -> source.id, SourceView::of)));
    }
}
