package org.numericclaims.figure.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text cut into words, runs of digits and single marks, none of them white space. */
final class Tokens {

    enum Kind {
        WORD,
        DIGITS,
        MARK
    }

    record Token(Kind kind, int start, int end, String text, String word) {}

    private static final Token NOTHING = new Token(Kind.MARK, -1, -1, "", "");

    final String text;
    private final List<Token> tokens = new ArrayList<>();

    Tokens(String text) {
        this.text = text;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            if (!isSpace(point)) {
                var kind = kind(point);
                while (kind != Kind.MARK && end < text.length() && continues(kind, text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                var shown = text.substring(at, end);
                tokens.add(new Token(kind, at, end, shown, shown.toLowerCase(Locale.ROOT)));
            }
            at = end;
        }
    }

    int size() {
        return tokens.size();
    }

    Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    /** In lower case; empty beyond either end. */
    String word(int i) {
        return at(i).word();
    }

    boolean isDigits(int i) {
        return at(i).kind() == Kind.DIGITS;
    }

    boolean isWord(int i) {
        return at(i).kind() == Kind.WORD;
    }

    /** Nothing stands between it and the one before it. */
    boolean glued(int i) {
        return i > 0 && i < tokens.size() && at(i - 1).end() == at(i).start();
    }

    /** The white space before it. */
    String gap(int i) {
        return i > 0 && i < tokens.size() ? text.substring(at(i - 1).end(), at(i).start()) : "";
    }

    /** The index behind those words, or -1 where other words stand. */
    int match(int i, List<String> words) {
        for (int k = 0; k < words.size(); k++) {
            if (!word(i + k).equals(words.get(k))) {
                return -1;
            }
        }
        return i + words.size();
    }

    /** The words from that index to before the other. */
    List<String> words(int from, int to) {
        return java.util.stream.IntStream.range(from, to).mapToObj(this::word).toList();
    }

    String between(int from, int to) {
        int last = Math.min(to, size()) - 1;
        return from > last ? "" : text.substring(at(from).start(), at(last).end());
    }

    static List<String> words(String phrase) {
        return new Tokens(phrase).tokens.stream().map(Token::word).toList();
    }

    static boolean isDash(String mark) {
        return mark.length() == 1 && "-‐‑‒–—―−".contains(mark);
    }

    static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static Kind kind(int point) {
        if (Character.isDigit(point)) {
            return Kind.DIGITS;
        }
        return Character.isLetter(point) ? Kind.WORD : Kind.MARK;
    }

    private static boolean continues(Kind kind, int point) {
        return kind(point) == kind || kind == Kind.WORD && Character.getType(point) == Character.NON_SPACING_MARK;
    }
}
