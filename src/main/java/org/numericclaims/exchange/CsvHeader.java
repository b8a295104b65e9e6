package org.numericclaims.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.numericclaims.claim.NewClaim;
import org.numericclaims.http.Fault;
import org.numericclaims.http.Nearest;
import org.numericclaims.http.Problems;

/** The first row of a CSV file: which field each column is. */
record CsvHeader(List<String> names) {

    private static final List<String> REQUIRED = List.of("unit", "claimant", "date", "source");

    /**
     * Refuses with all that is wrong what is no header.
     *
     * @param followed whether anything comes behind it
     */
    static CsvHeader of(List<String> names, boolean followed) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!NewClaim.FIELDS_IN_FILES.contains(name)) {
                faults.add(fault(i, "unknown_column", unknown(name, followed)));
            } else if (!seen.add(name)) {
                faults.add(fault(i, "duplicate_column", "'" + name + "' stands twice in the header; keep one."));
            }
        }
        REQUIRED.stream().filter(name -> !seen.contains(name)).forEach(name -> faults.add(missing(names, name)));
        if (!seen.contains("figure") && !seen.contains("figure_text")) {
            faults.add(missing(names, "figure' or 'figure_text"));
        }
        if (!faults.isEmpty()) {
            throw Problems.of(400, faults);
        }
        return new CsvHeader(List.copyOf(names));
    }

    static Fault empty() {
        return Fault.place(
                1, 1, "empty_body", "Send a CSV file whose first line names the columns: figure,unit,claimant,…");
    }

    int size() {
        return names.size();
    }

    String name(int index) {
        return names.get(index);
    }

    /** Which column that field is, from 1; 1 where it has none. */
    int column(String field) {
        return Math.max(0, names.indexOf(field)) + 1;
    }

    private static String unknown(String name, boolean followed) {
        if (name.isBlank()) {
            return "The column has no name; name it or take it out.";
        }
        var shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return "There is no column '" + shown + "'. " + Nearest.hint(name, NewClaim.FIELDS_IN_FILES)
                + (followed ? "" : " With curl, send the file by --data-binary: -d takes its line breaks out.");
    }

    private static Fault missing(List<String> names, String name) {
        return fault(names.size() - 1, "missing_column", "There is no column '" + name + "', which each claim needs.");
    }

    private static Fault fault(int index, String code, String detail) {
        return Fault.place(1, index + 1, code, detail);
    }
}
