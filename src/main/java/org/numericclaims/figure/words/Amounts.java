package org.numericclaims.figure.words;

import java.math.BigDecimal;
import org.numericclaims.figure.words.Numeral.Mode;

/** Numbers with sign, money, percent, times or as a share. */
final class Amounts {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    static final String TIME_OR_PLACE = "(?:minute|hour|day|week|month|year|decade|season|game|match|village"
            + "|city|town|country|district|incident|attack|strike|raid|crash|fire|blast|explosion|shooting|operation|clash"
            + "|state|region|province|area|home|house|building|location|place|case|wave|school|hospital|county|site"
            + "|separate|different|other|airstrike|accident|battle|car|vehicle|truck|boat|ship)(?:s|es)?|cities|countries"
            + "|counties";

    private static final String STRANGE_SCALES =
            "trn|trln|trl|tril|trill|bio|mio|mrd|mld|mlrd|mill|milliards?|thou|grand|cr"
                    + "|lacs?|quadrillions?|quintillions?|zillions?|myriads?|gross";

    private final Tokens tokens;
    private final UnitHint hint;
    private final Currencies currencies;
    private final Numerals numerals;
    private final Skipped skipped;
    private final Multiples multiples;

    Amounts(Tokens tokens, UnitHint hint) {
        this.tokens = tokens;
        this.hint = hint;
        this.currencies = new Currencies(tokens, hint);
        this.numerals = new Numerals(tokens, hint, new Scales(tokens, hint, currencies));
        this.skipped = new Skipped(tokens);
        this.multiples = new Multiples(tokens, hint);
    }

    /** The amount at i, or null; without "and" its parts are not joined by that word. */
    Amount read(int i, boolean and) {
        return read(i, and, false);
    }

    /** As above, where the number may be money though no sign of it stands before. */
    Amount read(int i, boolean and, boolean besideMoney) {
        var multiple = multiples.read(i);
        if (multiple != null || skipped.from(i) > i) {
            return multiple;
        }
        int at = behindSign(i);
        var money = currencies.before(at);
        int start = money == null ? at : Math.max(money.end(), behindSign(money.end()));
        var number = numerals.read(start, new Mode(money != null || besideMoney, and));
        if (number == null || skipped.from(start) > start && money == null) {
            return null;
        }
        boolean negative = at > i || money != null && start > money.end();
        var signed = negative ? number.times(BigDecimal.ONE.negate(), false, number.end()) : number;
        return suffixed(negative ? unscaled(signed, number) : signed, money);
    }

    /** Whether the number that ends before i goes on there in a way that nobody can be sure of. */
    boolean goesOn(int i, boolean unitNamed) {
        boolean more = unitNamed ? Words.scale(tokens.word(i)) != null : numerals.goesOn(i);
        more |= word(i).matches("half|quarter") && Words.scale(word(i + 1)) != null;
        more |= currencies.isStrange(i)
                || word(i).matches(STRANGE_SCALES)
                || unitNamed && tokens.at(i).text().equals("T");
        return more && skipped.from(i) == i;
    }

    /** Whether a sign of unknown money stands before i. */
    boolean isStrangeMoney(int i) {
        return currencies.isStrange(i);
    }

    /** Behind the number a part of the unit that is asked ("50 cents" of dollars, "5 points" of per cent). */
    private boolean isOfPart(int end) {
        return currencies.asked() && word(end).matches("cents?|pence|p|¢|penn(?:y|ies)|kopecks?|kopeks?|paise|sen")
                || hint.is("%") && word(end).matches("percentage|basis|points?|pp|pps|ppt|ppts|bps?|permille|promille");
    }

    private static Numeral unscaled(Numeral signed, Numeral number) {
        var part = number.part();
        return new Numeral(
                signed.value(), part, number.scale(), number.mantissa().negate(), number.fraction(), number.end());
    }

    private int behindSign(int i) {
        var word = tokens.word(i);
        if (word.equals("minus") || word.equals("negative")) {
            return word(i + 1).equals("-") && tokens.glued(i + 1) ? i + 2 : i + 1;
        }
        boolean dash = word.equals("-") || word.equals("−");
        boolean first = i == 0;
        boolean behindNumber = tokens.isDigits(i - 1)
                || tokens.glued(i) && tokens.isWord(i - 1)
                || word(i - 1).equals("%");
        return dash && (first || tokens.glued(i + 1)) && !behindNumber ? i + 1 : i;
    }

    /** With the unit that stands behind it. */
    Amount suffixed(Numeral number, Currencies.Money money) {
        int end = number.end();
        if (money != null) {
            var again = currencies.after(end);
            boolean same = again != null
                    && (again.code().equals(money.code()) || Currencies.shareSign(money.code(), again.code()));
            return new Amount(number, same ? again.code() : money.code(), true, same ? again.end() : end);
        }
        var share = share(number);
        if (share != null) {
            return share;
        }
        if (isOfPart(end)) {
            throw Refusal.UNIT_DIFFERS.of(tokens.between(Math.max(0, end - 1), end + 1));
        }
        int percent = behindPercent(end);
        int times = multiples.behind(end);
        if (percent > end || times > end) {
            return new Amount(number, percent > end ? "%" : "times", false, Math.max(percent, times));
        }
        var after = currencies.after(end);
        return after == null
                ? new Amount(number, null, false, end)
                : new Amount(number, after.code(), false, after.end());
    }

    private Amount share(Numeral number) {
        int end = number.end();
        boolean percent = behindPercent(end) > end;
        if (number.fraction() && !percent && (word(end).equals("of") || hint.is("%"))) {
            return percent(number.value(), number.part(), end);
        }
        int in = word(end).equals("in")
                ? end + 1
                : word(end).equals("out") && word(end + 1).equals("of") ? end + 2 : -1;
        in = word(in).equals("every") ? in + 1 : in;
        boolean small = number.value().signum() > 0 && number.value().compareTo(BigDecimal.TEN) < 0 && !number.scaled();
        var whole = in > 0 && small && !number.fraction() && skipped.from(in) == in
                ? numerals.read(in, new Mode(false, true))
                : null;
        if (whole == null
                || whole.value().compareTo(number.value()) <= 0
                || word(whole.end()).matches(TIME_OR_PLACE)
                || whole.fraction()
                || whole.part() != null && !whole.scaled()) {
            return null;
        }
        try {
            return percent(number.value().divide(whole.value()), BigDecimal.ONE.divide(whole.value()), whole.end());
        } catch (ArithmeticException endless) {
            throw Refusal.NOT_A_DECIMAL.of(tokens.between(end - 1, whole.end()));
        }
    }

    private static Amount percent(BigDecimal share, BigDecimal part, int end) {
        return new Amount(Numeral.of(share.multiply(HUNDRED), part.multiply(HUNDRED), end), "%", false, end);
    }

    private int behindPercent(int end) {
        int at = Tokens.isDash(word(end)) && tokens.glued(end) && tokens.glued(end + 1) ? end + 1 : end;
        int behind = word(at).matches("%|percent|pc")
                ? at + 1
                : word(at).equals("per") && word(at + 1).equals("cent") ? at + 2 : end;
        return word(behind).matches("points?") || word(behind + 1).matches("points?") && Tokens.isDash(word(behind))
                ? end
                : behind;
    }

    private String word(int i) {
        return tokens.word(i);
    }
}
