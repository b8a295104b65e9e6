package org.numericclaims.claimant;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.numericclaims.http.Faults;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Problems;

/** The rules of adding, changing, merging and removing claimants; each refusal leaves everything as it was. */
final class ClaimantChange {

    private ClaimantChange() {}

    /** Adds the claimant in {@code body} under a new slug. */
    static Claimant add(JsonBody body) {
        var faults = new Faults();
        var sent = NewClaimant.read(body.fields(faults));
        faults.throwIfAny();
        refuseTaken(sent);
        var claimant = Claimant.slugged(sent.name());
        apply(claimant, sent, faults);
        return claimant;
    }

    /** Makes the claimant what was sent, after all faults of it are known. */
    static void apply(Claimant claimant, NewClaimant sent, Faults faults) {
        var holder = Optional.ofNullable(sent.memberOf()).flatMap(slug -> holder(claimant, slug, faults));
        faults.throwIfAny();
        claimant.kind = sent.kind();
        claimant.memberOf = holder.orElse(null);
        claimant.wikidata = sent.wikidata();
        claimant.name = sent.name();
        claimant.aliases = sent.aliases();
        var taken = claimant.keep();
        if (!taken.isEmpty()) {
            throw nameTaken(taken.iterator().next());
        }
    }

    /** Removes it and frees its names; 409 while others are members of it or were merged into it. */
    static void remove(Claimant claimant) {
        if (Claimant.count("memberOf = ?1 or mergedInto = ?1", claimant) > 0) {
            throw Problems.of(409, "in_use", "Others are its members or were merged into it; change those first.");
        }
        claimant.delete();
        Claimant.flush();
    }

    /** Merges the claimant of that slug into the one that {@code body} names, and returns that one. */
    static Claimant merge(String slug, JsonBody body) {
        var faults = new Faults();
        var fields = body.fields(faults);
        fields.only(List.of("into"));
        var into = fields.requiredLine("into", NewClaimant.NAME_LIMIT);
        faults.throwIfAny();
        Claimant.lockTree();
        var source = existing(Claimant.locked(slug), slug);
        var target = Claimant.locked(into).map(Claimant::current);
        if (target.isEmpty()) {
            fields.senseless("into", "unknown_claimant", "There is no claimant '" + into + "'.");
        } else if (target.get().id.equals(source.id)) {
            fields.senseless("into", "merge_into_itself", "Name another claimant to merge into.");
        }
        faults.throwIfAny();
        source.mergeInto(target.get());
        Claimant.flush();
        return target.get();
    }

    /** The claimant that was found under that slug: 404 where none was, 308 where it was merged. */
    static Claimant existing(Optional<Claimant> found, String slug) {
        var claimant = found.orElseThrow(() -> Problems.notFound("claimant", slug));
        if (claimant.mergedInto != null) {
            throw Problems.moved(slug, claimant.mergedInto.slug);
        }
        return claimant;
    }

    private static Optional<Claimant> holder(Claimant claimant, String slug, Faults faults) {
        Claimant.lockTree();
        var holder = Claimant.at(slug).map(Claimant::current);
        if (holder.isEmpty()) {
            faults.senseless("member_of", "unknown_claimant", "There is no claimant under the slug '" + slug + "'.");
        } else if (claimant.holds(holder.get())) {
            faults.senseless("member_of", "cycle", "It would be a member of itself.");
        }
        return holder;
    }

    private static void refuseTaken(NewClaimant sent) {
        sent.names().stream()
                .filter(name -> Claimant.owner(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw nameTaken(name);
                });
    }

    private static HttpProblem nameTaken(String name) {
        var problem = Problems.coded(409, "name_taken", "Another claimant has the name or alias '" + name + "'.");
        Claimant.owner(name)
                .ifPresent(owner -> problem.withHeader(
                        HttpHeaders.LINK, "</v1/claimants/" + owner.slug + ">; rel=\"describedby\""));
        return problem.build();
    }
}
