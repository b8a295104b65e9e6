package org.numericclaims.source;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Fields;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Problems;
import org.numericclaims.naming.Mergeable;

/** The rules of adding, changing, merging and removing sources; each refusal leaves everything as it was. */
final class SourceChange implements Mergeable<Source, NewSource> {

    static final SourceChange RULES = new SourceChange();

    /** Adds the source in {@code body}. */
    Source add(JsonBody body) {
        var faults = new Faults();
        var sent = read(body.fields(faults));
        faults.throwIfAny();
        lockAll();
        var source = new Source();
        apply(source, sent, faults);
        return source;
    }

    @Override
    public NewSource read(Fields body) {
        return NewSource.read(body);
    }

    @Override
    public void apply(Source source, NewSource sent, Faults faults) {
        faults.throwIfAny();
        source.url = sent.url();
        source.citation = sent.citation();
        source.title = sent.title();
        source.publisher = sent.publisher();
        source.published = sent.published();
        source.archiveUrl = sent.archiveUrl();
        source.language = sent.language();
        source.keep().stream().findFirst().ifPresent(text -> {
            throw Problems.taken(text, "/v1/sources/" + Source.owner(text).id);
        });
    }

    @Override
    public void merge(Source from, Source into) {
        from.mergeInto(into);
    }

    @Override
    public Optional<Source> at(String id) {
        return Source.at(id);
    }

    @Override
    public SourceView view(Source source) {
        return SourceView.of(source);
    }

    @Override
    public List<String> readOnly() {
        return SourceView.READ_ONLY;
    }

    @Override
    public String table() {
        return "source";
    }

    @Override
    public UUID id(Source source) {
        return source.id;
    }

    @Override
    public String address(Source source) {
        return source.id.toString();
    }

    @Override
    public Source mergedInto(Source source) {
        return source.mergedInto;
    }
}
