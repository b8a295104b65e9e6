package org.numericclaims.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.numericclaims.claim.ClaimDocument;
import org.numericclaims.claim.ClaimView;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.claimant.ClaimantKind;
import org.numericclaims.source.Source;

/** A claim as linked data in the words of schema.org, whose type Claim is made for fact-checkers. */
@ApplicationScoped
class ClaimJsonLd implements ClaimDocument {

    private final UriInfo uri;

    ClaimJsonLd(UriInfo uri) {
        this.uri = uri;
    }

    @Override
    public Map<String, Object> of(ClaimView claim) {
        var source = Source.<Source>findById(claim.sourceId());
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", "https://schema.org");
        document.putAll(thing(
                "Claim",
                "@id",
                address("claims/" + claim.id()),
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
                appearance(claim, source),
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
        return thing(
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
        var figure = thing(
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
        return new Object[] {figure, thing("Thing", "@id", address, "name", claim.subject())};
    }

    private Map<String, Object> appearance(ClaimView claim, Source source) {
        return thing(
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
                source.publisher == null ? null : thing("Organization", "name", source.publisher),
                "datePublished",
                source.published,
                "inLanguage",
                source.language,
                "archivedAt",
                source.archiveUrl,
                "text",
                claim.quote());
    }

    private String address(String path) {
        return uri.getBaseUriBuilder().path("v1/" + path).build().toString();
    }

    /** A thing of that type with these members, each name before its value; null is left out. */
    private static Map<String, Object> thing(String type, Object... members) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                thing.put((String) members[i], members[i + 1]);
            }
        }
        return thing;
    }
}
