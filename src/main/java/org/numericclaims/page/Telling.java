package org.numericclaims.page;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.numericclaims.figure.PartialDate;
import org.numericclaims.figure.Period;

/** Figures, dates and verdicts as a reader expects them: in English, with the digits of the language he prefers. */
@TemplateData
public class Telling {

    private static final String DIGITS = "#,##0.##############################";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private static final Map<String, String> MATCHES =
            inOrder("possible", "the words allow", "likely", "is likely", "certain", "the words make certain");

    private static final Map<String, String> SORTS = inOrder(
            "-date",
            "the newest first",
            "date",
            "the oldest first",
            "-figure",
            "the largest first",
            "figure",
            "the smallest first",
            "-created_at",
            "the last recorded first");

    private final Locale digits;

    Telling(Locale digits) {
        this.digits = digits;
    }

    /** The number with all its digits; nothing for null. */
    public String number(Object number) {
        return number == null
                ? ""
                : new DecimalFormat(DIGITS, DecimalFormatSymbols.getInstance(digits))
                        .format(new BigDecimal(number.toString()))
                        .replace('-', '\u2212');
    }

    /** So many of them: "1 claim", "1,628 claims". */
    public String count(Object number, String one) {
        return number(number) + " " + (number.toString().equals("1") ? one : one + "s");
    }

    /** A figure, never without how it was stated, in its unit where it has one: "almost 1,000,000 people". */
    public String stated(Map<String, Object> claim) {
        var figure = number(claim.get("figure"));
        var qualifier = claim.get("qualifier").toString();
        return switch (qualifier) {
                    case "plain" -> figure;
                    case "between" -> "between " + figure + " and " + number(claim.get("figure_to"));
                    default -> qualifier.replace('_', ' ') + " " + figure;
                }
                + unit(claim);
    }

    /** What the words allow: "800,000 to 999,999", "at least 818,001". */
    public String logical(Map<String, Object> claim) {
        return between(claim.get("low"), claim.get("high"));
    }

    /** What a reader would take the words to mean. */
    public String likely(Map<String, Object> claim) {
        return between(claim.get("likely_low"), claim.get("likely_high"));
    }

    /** The unit behind a number; nothing where the words name none. */
    public String unit(Map<String, Object> claim) {
        return claim.get("unit") == null ? "" : " " + claim.get("unit");
    }

    private String between(Object low, Object high) {
        if (low == null) {
            return high == null ? "anything" : "at most " + number(high);
        }
        if (high == null) {
            return "at least " + number(low);
        }
        return low.equals(high) ? number(low) : number(low) + " to " + number(high);
    }

    /** A partial date: "20 January 2025", "January 2025", "2025". */
    public String date(Object date) {
        var first = PartialDate.parse(date.toString()).first();
        return switch (date.toString().split("-").length) {
            case 1 -> date.toString();
            case 2 -> MONTH.format(first);
            default -> DAY.format(first);
        };
    }

    /** A period: "2024", "24 February 2022 to 20 January 2025", "since 2022". */
    public String period(Object period) {
        var span = Period.parse(period.toString());
        if (span.start().equals(span.end())) {
            return date(period);
        }
        if (span.end().isEmpty()) {
            return "since " + date(span.start().orElseThrow());
        }
        var end = date(span.end().orElseThrow());
        return span.start().map(start -> date(start) + " to " + end).orElse("until " + end);
    }

    /** Whether two figures can both be true, in words. */
    public String verdict(Object verdict) {
        return switch (verdict.toString()) {
            case "contradict" -> "cannot both be true";
            case "tension" -> "hardly fit together";
            case "agree" -> "agree";
            default -> "cannot be compared";
        };
    }

    /** What a claim is of the other that it is held against, and what that asks of its figure. */
    public String relation(Object relation) {
        return switch (relation.toString()) {
            case "part_of" -> "The first is recorded as a part of the second, so it cannot be more.";
            case "whole_of" -> "The first is recorded as the whole of the second, so it cannot be less.";
            case "same" -> "Both are of the same thing and the same time, so they should be one number.";
            case "inside" -> "What the first counts is also counted by the second, so it cannot be more.";
            case "around" -> "What the second counts is also counted by the first, so it cannot be more.";
            default -> "";
        };
    }

    /** How the figures of a subject add up. */
    public String kind(Object kind) {
        return switch (kind.toString()) {
            case "flow" -> "Adds up over time and never falls back";
            case "net" -> "Adds up over time but may fall";
            case "stock" -> "Holds at a moment";
            default -> kind.toString();
        };
    }

    /** That a claim does not stand any more. */
    public String status(Object status) {
        return switch (status.toString()) {
            case "retracted" -> "The claimant took it back.";
            case "withdrawn" -> "It was taken out of our record.";
            default -> status.toString();
        };
    }

    /** Whether a source is to be linked: it is kept as an address only with these schemes. */
    public boolean isAddress(Object source) {
        return source.toString().startsWith("https://") || source.toString().startsWith("http://");
    }

    /** In which ways a filter by figures is read, beside how it is stated. */
    public Map<String, String> getMatches() {
        return MATCHES;
    }

    /** In which orders claims are listed. */
    public Map<String, String> getSorts() {
        return SORTS;
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
