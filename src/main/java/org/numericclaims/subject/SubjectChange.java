package org.numericclaims.subject;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.numericclaims.http.Faults;
import org.numericclaims.http.Fields;
import org.numericclaims.http.JsonBody;
import org.numericclaims.http.Problems;
import org.numericclaims.naming.Mergeable;

/** The rules of adding, changing, merging and removing subjects; each refusal leaves everything as it was. */
final class SubjectChange implements Mergeable<Subject, NewSubject> {

    static final SubjectChange RULES = new SubjectChange();

    /** Adds the subject in {@code body} under a new slug. */
    Subject add(JsonBody body) {
        var faults = new Faults();
        var sent = read(body.fields(faults));
        faults.throwIfAny();
        lockAll();
        var subject = Subject.slugged(sent.name());
        apply(subject, sent, faults);
        return subject;
    }

    @Override
    public NewSubject read(Fields body) {
        return NewSubject.read(body);
    }

    @Override
    public void apply(Subject subject, NewSubject sent, Faults faults) {
        var broader = Optional.ofNullable(sent.broader()).flatMap(slug -> broader(subject, slug, faults));
        faults.throwIfAny();
        subject.name = sent.name();
        subject.definition = sent.definition();
        subject.aliases = sent.aliases();
        subject.broader = broader.orElse(null);
        subject.kind = sent.kind();
        subject.happensIn(sent.span());
        subject.keep().stream().findFirst().ifPresent(name -> {
            throw Problems.taken(name, "/v1/subjects/" + Subject.owner(name).slug);
        });
    }

    @Override
    public void merge(Subject from, Subject into) {
        from.mergeInto(into);
    }

    @Override
    public Optional<Subject> at(String slug) {
        return Subject.at(slug);
    }

    @Override
    public SubjectView view(Subject subject) {
        return SubjectView.of(subject);
    }

    @Override
    public List<String> readOnly() {
        return SubjectView.READ_ONLY;
    }

    @Override
    public String table() {
        return "subject";
    }

    @Override
    public UUID id(Subject subject) {
        return subject.id;
    }

    @Override
    public String address(Subject subject) {
        return subject.slug;
    }

    @Override
    public Subject mergedInto(Subject subject) {
        return subject.mergedInto;
    }

    private Optional<Subject> broader(Subject subject, String slug, Faults faults) {
        var broader = current(slug);
        if (broader.isEmpty()) {
            faults.senseless("broader", "unknown_subject", "There is no subject under the slug '" + slug + "'.");
        } else if (subject.holds(broader.get())) {
            faults.senseless("broader", "cycle", "It would be inside itself.");
        }
        return broader;
    }
}
