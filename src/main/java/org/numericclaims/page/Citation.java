package org.numericclaims.page;

import io.quarkus.qute.TemplateData;
import java.util.Map;

/**
 * How to cite a claim as it was read, to be copied.
 *
 * @param permalink the address of that very version of our record
 */
@TemplateData
public record Citation(Map<String, Object> claim, Telling say, String permalink) {

    private static final String TEX = "([&%$#_{}])";
    private static final String MARKDOWN = "([\\\\`*_\\[\\]<>])";

    public String text() {
        return sentence() + " " + permalink;
    }

    public String markdown() {
        return sentence().replaceAll(MARKDOWN, "\\\\$1") + " [Numeric Claims](" + permalink + ")";
    }

    /** An entry for BibTeX, whose special characters are escaped. */
    public String bibtex() {
        var key = "claim-" + claim.get("id") + "-" + claim.get("version");
        return "@misc{" + key + ",\n"
                + "  author = {{" + tex(claim.get("claimant")) + "}},\n"
                + "  title = {{" + tex(what()) + "}},\n"
                + "  year = {" + claim.get("date").toString().substring(0, 4) + "},\n"
                + "  howpublished = {" + tex(claim.get("source")) + "},\n"
                + "  note = {Numeric Claims, version " + claim.get("version") + "},\n"
                + "  url = {" + permalink + "}\n}";
    }

    private String sentence() {
        return claim.get("claimant") + " on " + say.date(claim.get("date")) + ": " + what() + ". Source: "
                + claim.get("source") + ". Numeric Claims, version " + claim.get("version") + ".";
    }

    private String what() {
        var words = claim.get("figure_text");
        return say.stated(claim)
                + (words == null ? "" : " (\u201c" + words + "\u201d)")
                + (claim.get("subject") == null ? "" : ", " + claim.get("subject"))
                + (claim.get("period") == null ? "" : ", " + say.period(claim.get("period")));
    }

    private static String tex(Object text) {
        return text.toString()
                .replace("\\", "\\textbackslash ")
                .replaceAll(TEX, "\\\\$1")
                .replace("~", "\\textasciitilde ")
                .replace("^", "\\textasciicircum ");
    }
}
