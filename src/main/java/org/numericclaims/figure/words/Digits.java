package org.numericclaims.figure.words;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Numbers written in digits: in threes by comma or space, decimals after a dot, nothing else. */
final class Digits {

    private static final String GROUP_SPACES = " \u00a0\u2009\u202f";
    private static final String MARKS_BETWEEN_NUMBERS = "-‐‑‒–—―−/±;()[]{}\"“”|&$€£¥₹₴₽%~≈<>≤≥";

    /** A number as written; the last place that its digits show, where they are decimals. */
    record Literal(BigDecimal value, boolean whole, boolean grouped, int end) {}

    private final Tokens tokens;

    Digits(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean startsAt(int i) {
        return tokens.isDigits(i) || isLeadingDot(i);
    }

    private boolean isLeadingDot(int i) {
        boolean behind = tokens.glued(i)
                && (tokens.at(i - 1).kind() != Tokens.Kind.MARK
                        || tokens.word(i - 1).equals("."));
        return tokens.word(i).equals(".") && tokens.isDigits(i + 1) && tokens.glued(i + 1) && !behind;
    }

    /** The number at i, or null; refuses marks that could mean two things. */
    Literal read(int i) {
        if (!startsAt(i)) {
            return null;
        }
        var digits = new StringBuilder();
        int end = isLeadingDot(i) ? i : groups(i, digits);
        boolean grouped = end > i + 1;
        boolean whole = !isLeadingDot(end) && !continues(end, ".");
        if (!whole) {
            digits.append('.').append(tokens.at(end + 1).text());
            end += 2;
        }
        refuseOtherMarks(i, end);
        for (int k = i; k < end; k++) {
            refuseIf(!tokens.at(k).text().chars().allMatch(c -> c < 128), i, end);
        }
        return new Literal(new BigDecimal(digits.toString()), whole, grouped, end);
    }

    private int groups(int i, StringBuilder digits) {
        digits.append(tokens.at(i).text());
        int end = i + 1;
        Set<String> kinds = new HashSet<>();
        boolean threes = true;
        while (continues(end, ",") || isSpacedGroup(i, end)) {
            boolean comma = continues(end, ",");
            kinds.add(comma ? "," : tokens.gap(end));
            end += comma ? 2 : 1;
            threes &= tokens.at(end - 1).text().length() == 3;
            digits.append(tokens.at(end - 1).text());
        }
        var first = tokens.at(i).text();
        boolean leadingZero = first.startsWith("0") && (first.length() > 1 || end > i + 1);
        boolean tooLong = end > i + 1 && first.length() > 3;
        refuseIf(kinds.size() > 1 || !threes || leadingZero || tooLong, i, end);
        return end;
    }

    private boolean continues(int end, String mark) {
        return tokens.word(end).equals(mark) && tokens.glued(end) && tokens.isDigits(end + 1) && tokens.glued(end + 1);
    }

    private boolean isSpacedGroup(int first, int next) {
        var gap = tokens.gap(next);
        return gap.length() == 1
                && GROUP_SPACES.contains(gap)
                && tokens.isDigits(next)
                && tokens.at(next).text().length() == 3
                && tokens.at(first).text().length() <= 3
                && !(tokens.word(next + 1).equals("/") && tokens.glued(next + 1));
    }

    private void refuseOtherMarks(int i, int end) {
        if (!tokens.glued(end)) {
            return;
        }
        var mark = tokens.word(end);
        boolean digitsFollow = tokens.isDigits(end + 1) && tokens.glued(end + 1);
        boolean signFollows = tokens.glued(end + 1) && tokens.isDigits(end + 2) && tokens.glued(end + 2);
        boolean calibre =
                tokens.at(end - 1).text().length() == 3 && end > i + 1 && isCalibre(end) && !tokens.glued(end - 1);
        boolean power = mark.equals("e") && (digitsFollow || signFollows) || mark.equals("x") && digitsFollow;
        boolean other = !tokens.isWord(end) && !MARKS_BETWEEN_NUMBERS.contains(mark);
        refuseIf(calibre || power || other && digitsFollow || isSuperscript(mark), i, end + 2);
    }

    /** "500 155mm shells" */
    private boolean isCalibre(int end) {
        return tokens.word(Tokens.isDash(tokens.word(end)) ? end + 1 : end).equals("mm");
    }

    private static boolean isSuperscript(String mark) {
        return !mark.isEmpty() && "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(mark);
    }

    private void refuseIf(boolean ambiguous, int from, int to) {
        if (ambiguous) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(from, Math.min(to, tokens.size())));
        }
    }
}
