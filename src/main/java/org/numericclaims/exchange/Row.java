package org.numericclaims.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.numericclaims.claim.NewClaim;
import org.numericclaims.http.Fault;
import org.numericclaims.http.Faults;
import org.numericclaims.http.JsonBody;

/**
 * One claim of a file, as it stands there.
 *
 * @param number which of the file's claims it is, from 1
 * @param line the line on which it begins, from 1
 * @param column where in that line, from 1
 * @param pointer where in the whole JSON document (RFC 6901)
 * @param json its fields
 */
record Row(int number, int line, int column, String pointer, ObjectNode json) {

    private static final int KEY_LIMIT = 300;

    /** By what other rows name it: its {@code key}, else its {@code id}; null where it has neither. */
    String key() {
        var key = json.hasNonNull("key") ? json.get("key") : json.get("id");
        return key == null || !key.isTextual() || key.textValue().length() > KEY_LIMIT ? null : key.textValue();
    }

    /** The claim that it is; what is wrong with it goes to {@code faults}. */
    NewClaim claim(boolean newUnit, Faults faults) {
        var fields = new JsonBody(json).fields(faults);
        fields.only(NewClaim.FIELDS_IN_FILES);
        fields.line("key", KEY_LIMIT);
        return NewClaim.read(fields, newUnit);
    }

    /** Those faults of its fields, told of the whole file. */
    List<Fault> place(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(
                        pointer + (fault.pointer() == null ? "" : fault.pointer()),
                        null,
                        line,
                        column,
                        key(),
                        fault.code(),
                        fault.detail()))
                .toList();
    }
}
