package org.numericclaims.figure.words;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The signs, ISO 4217 codes and English names of money. */
final class Currencies {

    /** The code and the index behind its sign or name. */
    record Money(String code, int end) {}

    private static final int LONGEST_NAME = 4;
    private static final Set<String> WORDS_TOO = Set.of(
            "ALL", "TRY", "TOP", "CUP", "PEN", "MAD", "XXX", "XTS", "MOP", "SIT", "GEL", "SOS", "BOB", "YUM", "BAM");
    private static final Map<String, List<String>> SHARED = Map.of(
            "$", List.of("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP"),
            "dollar", List.of("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"),
            "¥", List.of("JPY", "CNY"),
            "£", List.of("GBP", "EGP"),
            "pound", List.of("GBP", "EGP"),
            "rs", List.of("INR", "PKR", "LKR", "NPR"),
            "rupee", List.of("INR", "PKR", "LKR", "NPR"));
    private static final Map<String, String> SIGNS = Map.of(
            "us $", "USD", "a $", "AUD", "c $", "CAD", "hk $", "HKD", "nz $", "NZD", "s $", "SGD", "€", "EUR", "₹",
            "INR", "₴", "UAH", "₽", "RUB");
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (var currency : java.util.Currency.getAvailableCurrencies()) {
            var icu = Currency.getInstance(currency.getCurrencyCode());
            for (var count : List.of("one", "other")) {
                var name = icu.getName(ULocale.ENGLISH, Currency.PLURAL_LONG_NAME, count, null);
                NAMES.putIfAbsent(String.join(" ", Tokens.words(name)), currency.getCurrencyCode());
            }
        }
        NAMES.putAll(Map.of(
                "yen",
                "JPY",
                "yuan",
                "CNY",
                "renminbi",
                "CNY",
                "rouble",
                "RUB",
                "ruble",
                "RUB",
                "hryvnia",
                "UAH",
                "ringgit",
                "MYR",
                "pound sterling",
                "GBP",
                "pounds sterling",
                "GBP",
                "euro",
                "EUR"));
    }

    private final Tokens tokens;
    private final UnitHint hint;

    Currencies(Tokens tokens, UnitHint hint) {
        this.tokens = tokens;
        this.hint = hint;
    }

    /** The money named before a number at i, or null. */
    Money before(int i) {
        var sign = sign(i);
        boolean strange = tokens.glued(i) && tokens.isWord(i - 1) && tokens.isDigits(i + 1);
        if (strange && sign != null) {
            throw Refusal.NUMBER_AMBIGUOUS.of(tokens.between(i - 1, i + 2));
        }
        if (sign != null) {
            return sign;
        }
        var word = tokens.word(i);
        boolean dotted = tokens.word(i + 1).equals(".");
        if (word.equals("rs")) {
            return new Money(shared("rs"), dotted ? i + 2 : i + 1);
        }
        return word.equals("rm") && tokens.at(i).text().equals("RM") ? new Money("MYR", i + 1) : code(i);
    }

    /** The money named behind a number at i, or null. */
    Money after(int i) {
        var sign = sign(i);
        if (sign != null && tokens.isDigits(sign.end()) && tokens.glued(sign.end())) {
            return null;
        }
        if (sign != null) {
            return sign;
        }
        var code = code(i);
        return code != null ? code : name(i);
    }

    boolean asked() {
        return hint.name() != null && isCode(hint.name());
    }

    /** Whether the bare sign of one ("$") may stand for the other's code. */
    static boolean shareSign(String code, String other) {
        return SHARED.get("$").contains(code) && SHARED.get("$").contains(other);
    }

    /** A sign of money of which no code is known here. */
    boolean isStrange(int i) {
        var mark = tokens.word(i);
        boolean money = !mark.isEmpty() && Character.getType(mark.codePointAt(0)) == Character.CURRENCY_SYMBOL;
        return money && sign(i) == null;
    }

    private Money sign(int i) {
        var mark = tokens.word(i);
        if (SHARED.containsKey(mark) && !tokens.isWord(i)) {
            return new Money(shared(mark), i + 1);
        }
        if (SIGNS.containsKey(mark)) {
            return new Money(SIGNS.get(mark), i + 1);
        }
        var two = SIGNS.get(mark + " " + tokens.word(i + 1));
        return two != null && tokens.glued(i + 1) ? new Money(two, i + 2) : null;
    }

    private Money code(int i) {
        var code = tokens.at(i).text();
        boolean known = isCode(code) && (!WORDS_TOO.contains(code) || code.equals(hint.name()));
        return known ? new Money(code, i + 1) : null;
    }

    private Money name(int i) {
        for (int length = LONGEST_NAME; length > 0; length--) {
            var name = tokens.isWord(i) ? name(i, length) : "";
            var code = NAMES.getOrDefault(name, NAMES.get(singular(name)));
            if (code != null) {
                return new Money(code, i + length);
            }
        }
        var bare = singular(tokens.word(i));
        boolean weight = bare.equals("pound") && hint.name() != null && !asked();
        return tokens.isWord(i) && SHARED.containsKey(bare) && !bare.equals("rs") && !weight
                ? new Money(shared(bare), i + 1)
                : null;
    }

    private String name(int i, int length) {
        var words = new StringBuilder(tokens.word(i));
        for (int k = 1; k < length; k++) {
            words.append(' ').append(tokens.word(i + k));
        }
        return words.toString();
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private String shared(String sign) {
        var codes = SHARED.get(sign);
        return codes.stream().filter(hint::is).findFirst().orElse(codes.get(0));
    }

    private static boolean isCode(String text) {
        return text.length() >= 3
                && Codes.ALL.contains(text.split(" ", 2)[0])
                && !text.toLowerCase(Locale.ROOT).equals(text);
    }

    private static final class Codes {
        static final Set<String> ALL = java.util.Currency.getAvailableCurrencies().stream()
                .map(java.util.Currency::getCurrencyCode)
                .collect(java.util.stream.Collectors.toSet());
    }
}
