package org.numericclaims.analysis;

import java.util.List;
import java.util.Optional;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Period;
import org.numericclaims.subject.Subject;

/** What is claimed about one subject and no other. */
record About(Subject subject, Scope scope, List<Statement> claims) {

    static About the(Subject subject) {
        var scopes = Scopes.only(List.of(subject.id));
        return new About(subject, scopes.of(subject.id), new Statements(scopes).about(List.of(subject.id)));
    }

    /** The days of that period on which something of the subject can happen; an open end is the last day of all. */
    Optional<Days> days(Period period) {
        return scope.cut(period.days());
    }
}
