package org.numericclaims.claimant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Fields;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Problems;
import org.numericclaims.naming.Mergeable;

/** The rules of adding, changing, merging and removing claimants; each refusal leaves everything as it was. */
final class ClaimantChange implements Mergeable<Claimant, NewClaimant> {

    static final ClaimantChange RULES = new ClaimantChange();

    /** Adds the claimant in {@code body} under a new slug. */
    Claimant add(JsonBody body) {
        var faults = new Faults();
        var sent = read(body.fields(faults));
        faults.throwIfAny();
        lockAll();
        var claimant = Claimant.slugged(sent.name());
        apply(claimant, sent, faults);
        return claimant;
    }

    @Override
    public NewClaimant read(Fields body) {
        return NewClaimant.read(body);
    }

    @Override
    public void apply(Claimant claimant, NewClaimant sent, Faults faults) {
        var holder = Optional.ofNullable(sent.memberOf()).flatMap(slug -> holder(claimant, slug, faults));
        faults.throwIfAny();
        claimant.kind = sent.kind();
        claimant.memberOf = holder.orElse(null);
        claimant.wikidata = sent.wikidata();
        claimant.name = sent.name();
        claimant.aliases = sent.aliases();
        claimant.keep().stream().findFirst().ifPresent(name -> {
            throw Problems.taken(name, "/v1/claimants/" + Claimant.owner(name).slug);
        });
    }

    @Override
    public void merge(Claimant from, Claimant into) {
        from.mergeInto(into);
    }

    @Override
    public Optional<Claimant> at(String slug) {
        return Claimant.at(slug);
    }

    @Override
    public ClaimantView view(Claimant claimant) {
        return ClaimantView.of(claimant);
    }

    @Override
    public List<String> readOnly() {
        return ClaimantView.READ_ONLY;
    }

    @Override
    public String table() {
        return "claimant";
    }

    @Override
    public UUID id(Claimant claimant) {
        return claimant.id;
    }

    @Override
    public String address(Claimant claimant) {
        return claimant.slug;
    }

    @Override
    public Claimant mergedInto(Claimant claimant) {
        return claimant.mergedInto;
    }

    private Optional<Claimant> holder(Claimant claimant, String slug, Faults faults) {
        var holder = current(slug);
        if (holder.isEmpty()) {
            faults.senseless("member_of", "unknown_claimant", "There is no claimant under the slug '" + slug + "'.");
        } else if (claimant.holds(holder.get())) {
            faults.senseless("member_of", "cycle", "It would be a member of itself.");
        }
        return holder;
    }
}
