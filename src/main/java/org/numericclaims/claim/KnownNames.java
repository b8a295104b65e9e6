package org.numericclaims.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numericclaims.claimant.Claimant;
import org.numericclaims.source.Source;
import org.numericclaims.subject.Subject;

/** What the names in one transaction's claims mean; the latest of each kind are remembered, not looked up again. */
final class KnownNames {

    private final Map<String, UUID> claimants = new Latest<>();
    private final Map<String, UUID> subjects = new Latest<>();
    private final Map<String, UUID> sources = new Latest<>();

    /** Looks up, or makes, all that these claims name, by a few statements however many they are. */
    Named in(Collection<NewClaim> claims) {
        return new Named(
                all(claimants, texts(claims, NewClaim::claimant), Claimant::named),
                subjects(claims),
                all(sources, texts(claims, NewClaim::source), Source::named));
    }

    private Map<String, UUID> subjects(Collection<NewClaim> claims) {
        var counted = new HashMap<String, Boolean>();
        for (var claim : claims) {
            Stream.of(claim.subject(), claim.baselineSubject())
                    .filter(Objects::nonNull)
                    .forEach(name -> counted.putIfAbsent(name, claim.unit().isCount()));
        }
        return all(subjects, counted.keySet(), names -> {
            var unknown = new HashMap<>(counted);
            unknown.keySet().retainAll(names);
            return Subject.named(unknown);
        });
    }

    private static Collection<String> texts(Collection<NewClaim> claims, Function<NewClaim, String> text) {
        return claims.stream().map(text).collect(Collectors.toSet());
    }

    private static Map<String, UUID> all(
            Map<String, UUID> known, Collection<String> names, Function<Collection<String>, Map<String, UUID>> called) {
        var all = new HashMap<String, UUID>();
        for (var name : names) {
            var id = known.get(name);
            if (id != null) {
                all.put(name, id);
            }
        }
        var unknown = names.stream().filter(name -> !all.containsKey(name)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            var found = called.apply(unknown);
            known.putAll(found);
            all.putAll(found);
        }
        return all;
    }
}
