package org.numericclaims.figure.words;

import java.math.BigDecimal;

/** "One person in four", "4 for every 1,000", "15 in 100": shares and rates said otherwise than "one in four". */
final class Rates {

    private static final int LONGEST_NOUN = 2;

    private final Tokens tokens;
    private final Amounts amounts;

    Rates(Tokens tokens, Amounts amounts) {
        this.tokens = tokens;
        this.amounts = amounts;
    }

    /** Whether the figure that ends there is the first part of such a rate. */
    boolean begins(Found found) {
        int end = found.end();
        for (int at = end; at <= end + LONGEST_NOUN; at++) {
            if (isPerNumber(at) || isOf(at, found, at == end)) {
                return true;
            }
            if (!tokens.isWord(at)) {
                return false;
            }
        }
        return false;
    }

    /** "per 1,000", "for every 4". */
    private boolean isPerNumber(int at) {
        if (tokens.word(at).equals("per")) {
            return tokens.isDigits(at + 1)
                    || Words.scale(tokens.word(at + 1)) != null
                    || tokens.word(at + 1).equals("mille");
        }
        boolean every = tokens.word(at).matches("of|for|in|to|from|per")
                        && tokens.word(at + 1).matches("every|each")
                || tokens.word(at).equals("out") && tokens.word(at + 2).equals("every");
        int from = tokens.word(at).equals("out") ? at + 3 : at + 2;
        return every && number(from) != null;
    }

    /** "one person in four", "15 out of 100", "1/4 of 1%". */
    private boolean isOf(int at, Found found, boolean glued) {
        if (glued && tokens.word(at).equals("of") && "%".equals(found.unit())) {
            var whole = amounts.read(at + 1, true);
            return whole != null && "%".equals(whole.unit()) && found.part() != null;
        }
        boolean in = tokens.word(at).equals("in");
        boolean outOf = tokens.word(at).equals("out") && tokens.word(at + 1).equals("of");
        var whole = in ? number(at + 1) : outOf ? number(at + 2) : null;
        if (whole == null
                || found.isRange()
                || found.unit() != null
                || found.low().compareTo(whole.value()) >= 0) {
            return false;
        }
        boolean apart = !tokens.word(whole.end()).matches(Amounts.TIME_OR_PLACE);
        boolean small = found.low().compareTo(BigDecimal.TEN) < 0;
        return apart && (glued ? isPower(whole.value()) : small);
    }

    private static boolean isPower(BigDecimal number) {
        return number.compareTo(BigDecimal.TEN) > 0
                && number.stripTrailingZeros().precision() == 1
                && number.stripTrailingZeros().unscaledValue().intValue() == 1;
    }

    private Amount number(int i) {
        var amount = amounts.read(i, true);
        return amount == null || amount.unit() != null ? null : amount;
    }
}
