package org.numericclaims.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong with a figure.
 *
 * @param code stable and lower snake_case
 * @param field the field of the claim to mend: figure, figure_to, best or rounded_to
 * @param detail a sentence that says how
 */
public record Fault(String code, String field, String detail) {

    static List<Fault> of(Figure figure, boolean count) {
        List<Fault> faults = new ArrayList<>();
        addNumber(faults, "figure", figure.value());
        addNumber(faults, "figure_to", figure.to());
        addNumber(faults, "best", figure.best());
        addNumber(faults, "rounded_to", figure.roundedTo());
        boolean numbersAreGood = faults.isEmpty();
        addRange(faults, figure, numbersAreGood);
        addBest(faults, figure, numbersAreGood);
        addRounding(faults, figure, numbersAreGood);
        if (faults.isEmpty() && figure.logical(count).isEmpty()) {
            faults.add(new Fault("empty_interval", "figure", "No number fits these words; change one of them."));
        }
        return List.copyOf(faults);
    }

    private static void addNumber(List<Fault> faults, String field, BigDecimal number) {
        if (number == null) {
            return;
        }
        if (!Decimals.isInRange(number)) {
            faults.add(new Fault("figure_out_of_range", field, "Send 0 or a number whose size is from 1e-18 to 1e30."));
        } else if (!Decimals.isShort(number)) {
            faults.add(new Fault("too_many_digits", field, "Send at most 15 significant digits."));
        }
    }

    private static void addRange(List<Fault> faults, Figure figure, boolean numbersAreGood) {
        boolean between = figure.qualifier() == Qualifier.BETWEEN;
        if (!between && figure.to() != null) {
            faults.add(new Fault(
                    "figure_to_without_between", "figure_to", "Leave it out, or send the qualifier between."));
        } else if (between && figure.to() == null) {
            faults.add(new Fault("figure_to_missing", "figure_to", "Send the upper end of the range."));
        } else if (between && numbersAreGood && figure.to().compareTo(figure.value()) < 0) {
            faults.add(new Fault("range_reversed", "figure_to", "Send the lower end in figure, the upper here."));
        }
    }

    private static void addBest(List<Fault> faults, Figure figure, boolean numbersAreGood) {
        BigDecimal best = figure.best();
        if (best == null) {
            return;
        }
        if (figure.qualifier() != Qualifier.BETWEEN) {
            faults.add(new Fault("best_without_between", "best", "Leave it out, or send the qualifier between."));
        } else if (numbersAreGood && figure.to() != null && isOutside(best, figure)) {
            faults.add(new Fault("best_outside_range", "best", "Send a number from figure to figure_to."));
        }
    }

    private static boolean isOutside(BigDecimal best, Figure figure) {
        return best.compareTo(figure.value()) < 0 || best.compareTo(figure.to()) > 0;
    }

    private static void addRounding(List<Fault> faults, Figure figure, boolean numbersAreGood) {
        BigDecimal step = figure.roundedTo();
        if (step == null) {
            return;
        }
        if (step.signum() <= 0) {
            faults.add(new Fault("not_positive", "rounded_to", "Send a number above 0, or leave it out."));
        } else if (numbersAreGood && figure.value().remainder(step).signum() != 0) {
            faults.add(new Fault("not_a_multiple", "rounded_to", "Send a number that divides the figure."));
        }
    }
}
