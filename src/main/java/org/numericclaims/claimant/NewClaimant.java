package org.numericclaims.claimant;

import java.util.List;
import java.util.stream.Stream;
import org.numericclaims.http.Fields;

/** A claimant as it was sent; what was not sent is null, and no aliases are an empty list. */
record NewClaimant(String name, ClaimantKind kind, List<String> aliases, String memberOf, String wikidata) {

    static final int NAME_LIMIT = 300;

    /** Its name and its aliases. */
    List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }

    /** Reads it from a body; what is wrong goes to the faults of {@code body}. */
    static NewClaimant read(Fields body) {
        body.only(ClaimantView.FIELDS);
        return new NewClaimant(
                body.requiredName("name", NAME_LIMIT),
                body.choice("kind", ClaimantKind.class).orElse(ClaimantKind.other),
                body.names("aliases", NAME_LIMIT),
                body.line("member_of", NAME_LIMIT),
                body.matching("wikidata", "Q[1-9][0-9]{0,18}", "a Wikidata id such as Q42"));
    }
}
