package org.numericclaims.figure.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Digits that are no figure: ordinals, dates, times of day, names, addresses. */
final class Skipped {

    private static final String MONTH = "(?:(?i:January|February|April|June|July|August|September|October|November"
            + "|December|Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|March|MARCH|Mar|MAR|(?:may|march)(?=,? \\d{4})"
            + "|(?:May|MAY)(?! (?i:have|be|not|had|never|also|still|yet|soon|die|need|lose|face|get|go|well)\\b))\\b\\.?";
    private static final String BARE = "(?![\\d%€£$]|[.,:']\\d|[+]|[ -]?(?i:hundred|thousand|lakh|million|crore|billion"
            + "|trillion|dozen|per ?cent|times|k|m|mn|bn)\\b| \\d{3}\\b)";
    private static final String YEAR = "(?:1\\d{3}|20\\d\\d|2100)" + BARE;
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?+" + BARE;

    private static final String TO_DAY = "(?: (?:to|and|or|through|until) | ?[-–—] ?)" + DAY;
    private static final String NAME = "(?:Article|Chapter|Resolution|Flight|Route|Channel|Phase|Section|Paragraph|Page"
            + "|Level|Stage|Season|Episode|Apollo|World War|Title|Act|Amendment|Directive|Protocol|Annex|Appendix|Exhibit"
            + "|Highway|Interstate|Room|Gate|Covid|COVID|COP|Psalm|Order|Proposition|Formula|PlayStation|Windows|Pier)";

    private static final List<Pattern> ANYWHERE = patterns(
            "(?i)(?:https?://|www\\.)\\S++",
            "\\d++(?:-\\d++){2,}+",
            "\\d++(?:/\\d++){2,}+",
            "(?:1\\d{3}|20\\d\\d)-(?:0[1-9]|1[0-2])(?!\\d)",
            "\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?!\\d)",
            "\\d{1,2}-" + MONTH + "(?:-\\d{2,4}\\b)?",
            "\\d{1,2}(?:[.:]\\d\\d)?(?: to | and | or | ?[-–—] ?)\\d{1,2}(?:[.:]\\d\\d)?\\s?(?i:[ap]m\\b|[ap]\\.m\\.?)",
            "\\d{1,2}(?:\\.\\d{1,2}){2,}+(?!\\d)",
            "\\d{1,2}:\\d{2}(?::\\d{2})?+(?!\\d)(?i:\\s?(?:[ap]m\\b|[ap]\\.m\\.?))?",
            "\\d{1,2}(?:\\.\\d\\d)?\\s?(?i:[ap]m\\b|[ap]\\.m\\.?|o['’]clock\\b)",
            "\\d{2,4}['’]?s\\b",
            "[\\d,]++(?i:st|nd|rd|th)\\b",
            DAY + "(?:(?:, " + DAY + ")*,?" + TO_DAY + ")? (?:of )?" + MONTH + "(?:,? " + YEAR + ")?",
            MONTH + " " + DAY + "(?:" + TO_DAY + "(?=[,.;:)]|$)|(?! and| or)" + TO_DAY + ")?(?:,? " + YEAR + ")?",
            MONTH + ",? " + YEAR,
            NAME + " \\d{1,4}" + BARE,
            "[#№] ?\\d+\\b",
            "(?i:half|quarter) past \\w+",
            "(?i:quarter to) (?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})\\b",
            "(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock\\b",
            "[\\d½.]{1,6}(?:-to-\\d{1,3})?[- ]year[- ]olds?\\b",
            "(?i)(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?[a-z]{3,9}-year-olds?\\b",
            "\\+\\d[\\d ().-]{6,24}",
            "\\(\\d{2,5}\\) ?\\d[\\d -]{4,20}",
            "0\\d{1,4}(?:[ -]\\d{2,4}){2,6}",
            "(?i:from|between) " + YEAR + " (?:to|and|until|through) " + YEAR,
            "(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?i:first|second|third|fourth|fifth|sixth"
                    + "|seventh|eighth|ninth)\\b");
    private static final Pattern YEARS =
            Pattern.compile(YEAR + "(?:\\s?[-–/]\\s?\\d{2,4}(?!\\d)| (?:and|or|to) " + YEAR + ")?");
    private static final Pattern TWO_DAYS =
            Pattern.compile(MONTH + " " + DAY + " (?:and|or) " + DAY + "(?![,.;:)]|$)(?!,? " + YEAR + ")");
    private static final String BEFORE_YEARS = "in|since|by|until|of";

    private final Tokens tokens;
    private final Map<Integer, Integer> found = new HashMap<>();

    Skipped(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The index behind what is no figure at i; i itself where there is nothing to skip. */
    int from(int i) {
        boolean mark = tokens.at(i).kind() == Tokens.Kind.MARK;
        if (i < 0 || i >= tokens.size() || mark && !"+(#№.½".contains(tokens.word(i))) {
            return i;
        }
        return found.computeIfAbsent(i, this::search);
    }

    private int search(int i) {
        if (tokens.isDigits(i) && isBehindLetters(i)) {
            boolean decimals = tokens.word(i + 1).equals(".") && tokens.glued(i + 1) && tokens.glued(i + 2);
            return decimals && tokens.isDigits(i + 2) ? i + 3 : i + 1;
        }
        int start = tokens.at(i).start();
        boolean afterYearWord = tokens.isDigits(i) && tokens.word(i - 1).matches(BEFORE_YEARS) && !isBehindQualifier(i);
        int end = afterYearWord ? match(YEARS, start) : start;
        if (tokens.isWord(i) && match(TWO_DAYS, start) > start) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i, i + 5));
        }
        for (int k = 0; end == start && k < ANYWHERE.size(); k++) {
            end = match(ANYWHERE.get(k), start);
        }
        int next = i;
        while (next < tokens.size() && tokens.at(next).start() < end) {
            next++;
        }
        return next;
    }

    /** "a total of 2000": that "of" introduces no year. */
    private boolean isBehindQualifier(int i) {
        return tokens.word(i - 1).equals("of")
                && tokens.word(i - 2)
                        .matches("total|excess|upwards|region|order|short|shy|north|south|maximum|minimum");
    }

    private boolean isBehindLetters(int i) {
        boolean hyphen = tokens.glued(i) && tokens.word(i - 1).matches("[-.]");
        return tokens.glued(i) && tokens.isWord(i - 1)
                || hyphen && tokens.glued(i - 1) && tokens.isWord(i - 2) && !isOfFigure(i - 2);
    }

    /** A sign, a qualifier or the end of another number ("5k-10k"), not a name ("F-16"). */
    private boolean isOfFigure(int i) {
        var word = tokens.word(i);
        boolean number = Words.isCardinal(word) || Words.scale(word) != null;
        boolean letter = tokens.glued(i) && tokens.isDigits(i - 1);
        return number || letter || word.matches("minus|negative|c|ca|approx");
    }

    private int match(Pattern pattern, int start) {
        var matcher = pattern.matcher(tokens.text)
                .region(start, tokens.text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return matcher.lookingAt() ? matcher.end() : start;
    }

    private static List<Pattern> patterns(String... expressions) {
        return java.util.Arrays.stream(expressions).map(Pattern::compile).toList();
    }
}
