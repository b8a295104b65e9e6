package org.numericclaims.figure.words;

import java.util.Set;
import java.util.regex.Pattern;

/** The words of a change, between whose beginning and end there is no range. */
record Changes(Tokens tokens) {

    private static final Pattern CHANGED =
            Pattern.compile("(?:rise|rose|risen|fall|fell|fallen|grow|grew|grown|increase|decrease|drop|climb"
                    + "|jump|decline|soar|surge|plunge|shrink|shrank|slip|slid|slide|sink|sank|expand"
                    + "|widen|narrow|change|move|swell|go|went|gone|up|down|raise|raising|cut|reduce"
                    + "|reducing|tumble|tumbling|double|triple|lower|slash|shoot|shot|halve|accelerate|ease"
                    + "|improve|worsen|advance|extend|rebound|recover|plummet|collapse|dip|edge|creep|crept"
                    + "|balloon|mushroom|spike|skyrocket|dwindle|shift|switch|turn|swing|swung|upgrade"
                    + "|downgrade|revise|revising|update|growth|bring|brought|take|took|taking|push|pull"
                    + "|lift|boost|hike|trim|pare|quadruple|strengthen|weaken|leap|leapt|slow|bounce|inch"
                    + "|nudge|escalate|diminish|shorten|lengthen|add|transition|amend|correct|adjust|rising"
                    + "|falling|growing|moving|changing|increasing|decreasing|declining|surging|plunging"
                    + "|sliding|widening|narrowing|halving|doubling|tripling|easing|improving|dwindling"
                    + "|cutting|slipping|dropping)(?:s|d|ed|ped|es|ing|ping|n)?");
    private static final Set<String> SPANS =
            Set.of("range ranges ranged ranging vary varies varied varying anywhere anything somewhere".split(" "));

    /** "rose 5 to 12", "rose by 5 to 12": from 5 to 12, by 5 and so to 12, or by between 5 and 12. */
    boolean by(int i) {
        int at = tokens.word(i - 1).equals("by") ? i - 2 : i - 1;
        return isWord(tokens.word(at)) || tokens.word(at).endsWith("ly") && isWord(tokens.word(at - 1));
    }

    /** From a to b after a verb of change: where it began and where it ended, not a range. */
    boolean fromTo(int i) {
        int from = tokens.word(i).equals("from") ? i : i - 1;
        if (!tokens.word(from).equals("from")) {
            return false;
        }
        for (int k = from - 1; k >= 0 && !tokens.word(k).matches("[.;!?]"); k--) {
            if (SPANS.contains(tokens.word(k))) {
                return false;
            }
            boolean upTo =
                    tokens.word(k).matches("up|down") && tokens.word(k + 1).equals("to");
            if (isWord(tokens.word(k)) && !upTo) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String word) {
        return CHANGED.matcher(word).matches();
    }
}
