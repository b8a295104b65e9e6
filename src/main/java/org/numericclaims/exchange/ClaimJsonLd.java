package org.numericclaims.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numericclaims.appearance.AppearanceView;
import org.numericclaims.appearance.Appearances;
import org.numericclaims.assessment.Assessments;
import org.numericclaims.claim.ClaimDocument;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.claimant.ClaimantKind;
import org.numericclaims.source.Source;

/** A claim as linked data in the words of schema.org, whose type Claim is made for fact-checkers. */
@ApplicationScoped
class ClaimJsonLd implements ClaimDocument {

    /** So many appearances and assessments at most: a document has no pages. */
    private static final int MOST = 500;

    private final UriInfo uri;

    ClaimJsonLd(UriInfo uri) {
        this.uri = uri;
    }

    @Override
    public Map<String, Object> of(ClaimView claim) {
        var further = new Appearances(claim.id()).after(0, MOST);
        var sources = sources(claim, further);
        var source = sources.get(claim.sourceId());
        var address = address("claims/" + claim.id());
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", "https://schema.org");
        document.putAll(LinkedThing.of(
                "Claim",
                "@id",
                address,
                "identifier",
                claim.id(),
                "name",
                sentence(claim),
                "text",
                claim.quote() == null ? claim.figureText() : claim.quote(),
                "inLanguage",
                source.language,
                "author",
                author(claim),
                "datePublished",
                claim.date(),
                "temporalCoverage",
                claim.period(),
                "about",
                about(claim),
                "appearance",
                appearances(claim, further, sources),
                "review",
                new ClaimReviews(address, sentence(claim)).of(new Assessments(claim.id()).after(0, MOST)),
                "creativeWorkStatus",
                claim.status(),
                "version",
                claim.version()));
        return document;
    }

    /** Who says what of what: as "Ukraine: over 818,000 people (Soldiers killed or wounded, 2024)". */
    private static String sentence(ClaimView claim) {
        var of = Stream.of(claim.subject(), claim.period())
                .filter(Objects::nonNull)
                .toList();
        return claim.claimant() + ": " + words(claim) + (of.isEmpty() ? "" : " (" + String.join(", ", of) + ")");
    }

    private static String words(ClaimView claim) {
        if (claim.figureText() != null) {
            boolean whole = claim.figureText().contains(claim.unit());
            return whole ? claim.figureText() : claim.figureText() + " " + claim.unit();
        }
        var qualifier =
                claim.qualifier().equals("plain") ? "" : claim.qualifier().replace('_', ' ') + " ";
        var end = claim.figureTo() == null ? "" : " and " + claim.figureTo().toPlainString();
        return qualifier + claim.figure().toPlainString() + end + " " + claim.unit();
    }

    private Map<String, Object> author(ClaimView claim) {
        var claimant = Claimant.<Claimant>find("slug", claim.claimantSlug()).singleResult();
        return LinkedThing.of(
                type(claimant.kind),
                "@id",
                address("claimants/" + claimant.slug),
                "name",
                claimant.name,
                "sameAs",
                claimant.wikidata == null ? null : "http://www.wikidata.org/entity/" + claimant.wikidata);
    }

    private static String type(ClaimantKind kind) {
        return switch (kind) {
            case person -> "Person";
            case organization -> "Organization";
            case government -> "GovernmentOrganization";
            case media -> "NewsMediaOrganization";
            case other -> "Thing"; // nobody has said yet
        };
    }

    /** The figure with its logical bounds, an open one left out; and its subject. */
    private Object[] about(ClaimView claim) {
        var figure = LinkedThing.of(
                "QuantitativeValue",
                "name",
                claim.figureText(),
                "value",
                claim.figureTo() == null ? claim.figure() : claim.best(),
                "minValue",
                claim.low(),
                "maxValue",
                claim.high(),
                "unitText",
                claim.unit());
        if (claim.subject() == null) {
            return new Object[] {figure};
        }
        var address = address("subjects/" + claim.subjectSlug());
        return new Object[] {figure, LinkedThing.of("Thing", "@id", address, "name", claim.subject())};
    }

    /** Where it is printed: its own source first. */
    private List<Map<String, Object>> appearances(
            ClaimView claim, List<AppearanceView> further, Map<UUID, Source> sources) {
        var own = sources.get(claim.sourceId());
        var places = Stream.of(work(own, own.published, claim.quote()));
        return Stream.concat(
                        places, further.stream().map(one -> work(sources.get(one.sourceId()), one.date(), one.quote())))
                .toList();
    }

    private Map<String, Object> work(Source source, String date, String quote) {
        return LinkedThing.of(
                "CreativeWork",
                "@id",
                address("sources/" + source.id),
                "url",
                source.url,
                "citation",
                source.citation,
                "name",
                source.title,
                "publisher",
                source.publisher == null ? null : LinkedThing.of("Organization", "name", source.publisher),
                "datePublished",
                date,
                "inLanguage",
                source.language,
                "archivedAt",
                source.archiveUrl,
                "text",
                quote);
    }

    private static Map<UUID, Source> sources(ClaimView claim, List<AppearanceView> further) {
        var ids = Stream.concat(Stream.of(claim.sourceId()), further.stream().map(AppearanceView::sourceId))
                .collect(Collectors.toSet());
        return Source.all(ids).stream().collect(Collectors.toMap(source -> source.id, source -> source));
    }

    private String address(String path) {
        return uri.getBaseUriBuilder().path("v1/" + path).build().toString();
    }
}
