package org.numericclaims.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.numericclaims.naming.NameSearch;

/** What a search asks for: words and "phrases" that must be found, and -those that must not be. */
final class Words {

    /**
     * One of them.
     *
     * @param exact whether it stood between quotation marks: only these very words, in that order
     * @param without whether claims that have it are left out
     */
    record Term(String text, boolean exact, boolean without) {}

    private static final Pattern QUOTATION_MARKS = Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]");
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\\p{Z}\"]+))");

    private Words() {}

    /** The terms of a text, whatever it is: punctuation alone is none, a phrase without its end goes on to the end. */
    static List<Term> in(String text) {
        var terms = new ArrayList<Term>();
        var found = TERM.matcher(QUOTATION_MARKS.matcher(text).replaceAll("\""));
        while (found.find()) {
            boolean exact = found.group(3) == null;
            var words = found.group(exact ? 2 : 3);
            if (NameSearch.hasWord(words)) {
                terms.add(new Term(words, exact, !found.group(1).isEmpty()));
            }
        }
        return terms.stream().distinct().toList();
    }
}
