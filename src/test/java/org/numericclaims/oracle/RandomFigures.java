package org.numericclaims.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.numericclaims.figure.Figure;
import org.numericclaims.figure.Qualifier;
import org.numericclaims.figure.unit.Unit;

/** Figures at random that come near each other often enough to agree, to strain and to contradict. */
final class RandomFigures {

    private static final int[] NUMBERS = {0, 1, 3, 5, 90, 95, 100, 110, 120, 150, 434, 500, 800, 818, 920, 999, 1000};
    private static final List<String> STEPS = List.of("1", "0.1", "0.5", "10", "100", "1000", "0.01");

    private final Random random;
    private final int scale;

    /** All figures of a world have one scale, so that they meet. */
    RandomFigures(Random random) {
        this.random = random;
        this.scale = random.nextInt(3) == 0 ? 1000 : 1;
    }

    /** Puts a figure of that unit into the claim, with its qualifier and what goes with it. */
    void put(ObjectNode claim, Unit unit) {
        put(claim, unit, number(unit));
    }

    /** As {@link #put(ObjectNode, Unit)}, with a number that is given. */
    void put(ObjectNode claim, Unit unit, BigDecimal number) {
        Figure figure;
        do {
            figure = figure(number);
        } while (!figure.faults(unit.isCount()).isEmpty());
        claim.put("figure", figure.value());
        claim.put("qualifier", figure.qualifier().code());
        if (figure.to() != null) {
            claim.put("figure_to", figure.to());
        }
        if (figure.roundedTo() != null) {
            claim.put("rounded_to", figure.roundedTo());
        }
    }

    BigDecimal number(Unit unit) {
        var number = BigDecimal.valueOf((long) NUMBERS[random.nextInt(NUMBERS.length)] * scale);
        if (unit.isCount()) {
            return random.nextInt(25) == 0 ? number.add(new BigDecimal("0.5")) : number;
        }
        if (random.nextInt(4) == 0) {
            number = number.add(new BigDecimal(random.nextBoolean() ? "0.5" : "0.1"));
        }
        return in(unit, random.nextInt(10) == 0 ? number.negate() : number);
    }

    /** About as long in each unit of length. */
    BigDecimal in(Unit unit, BigDecimal number) {
        return switch (unit.name()) {
            case "m" -> number.multiply(BigDecimal.valueOf(1000));
            case "miles" -> number.multiply(new BigDecimal("0.625"));
            default -> number;
        };
    }

    private Figure figure(BigDecimal number) {
        var qualifier = Qualifier.values()[random.nextInt(Qualifier.values().length)];
        return new Figure(number, to(number, qualifier), null, qualifier, step(number));
    }

    private BigDecimal to(BigDecimal number, Qualifier qualifier) {
        return qualifier == Qualifier.BETWEEN
                ? number.add(number.abs().multiply(BigDecimal.valueOf(random.nextInt(3))))
                : null;
    }

    private BigDecimal step(BigDecimal number) {
        if (random.nextInt(4) != 0) {
            return null;
        }
        var step = new BigDecimal(STEPS.get(random.nextInt(STEPS.size())));
        return number.remainder(step).signum() == 0 ? step : null;
    }
}
