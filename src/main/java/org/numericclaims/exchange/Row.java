package org.numericclaims.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.numericclaims.claim.Intake;
import org.numericclaims.claim.Meanings;
import org.numericclaims.claim.NewClaim;
import org.numericclaims.http.Fault;
import org.numericclaims.http.Faults;
import org.numericclaims.http.JsonBody;

/**
 * One claim of a file, as it stands there.
 *
 * @param place where it begins
 * @param json its fields
 * @param unread what keeps it from being read, where it is no claim in the form of the file
 */
record Row(Place place, ObjectNode json, List<Fault> unread) {

    private static final int KEY_LIMIT = 300;

    /**
     * Where a row begins.
     *
     * @param number which of the file's claims it is, from 1
     * @param line the line, from 1
     * @param column where in that line, from 1
     * @param key by what other rows name it: its {@code key}, else its {@code id}; null where neither can be one
     */
    record Place(int number, int line, int column, String key) {}

    /** The row with these fields, which begins there. */
    static Row of(int number, int line, int column, ObjectNode json) {
        var fields = new JsonBody(json).fields(new Faults());
        var key = fields.line("key", KEY_LIMIT);
        var named = key == null ? fields.line("id", KEY_LIMIT) : key;
        return new Row(new Place(number, line, column, named), json, List.of());
    }

    /** A row that begins there and is no claim, for these reasons. */
    static Row unread(int number, int line, int column, List<Fault> faults) {
        return new Row(new Place(number, line, column, null), null, faults);
    }

    /** The claim that it is; what is wrong with it goes to {@code faults}, and then it is not whole. */
    NewClaim claim(Meanings known, Faults faults) {
        unread.forEach(faults::unreadable);
        if (json == null) {
            return null;
        }
        var fields = new JsonBody(json).fields(faults);
        fields.only(NewClaim.FIELDS_IN_FILES);
        fields.line("key", KEY_LIMIT);
        return NewClaim.read(fields, known);
    }

    /** The same with its claim, so that the fields may be forgotten. */
    Intake.Coming coming(NewClaim claim) {
        return new Intake.Coming(place.number(), place.line(), place.column(), place.key(), claim);
    }
}
