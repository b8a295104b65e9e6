package org.numericclaims.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Stream;

/** What one interval comes to as a multiple of another. */
final class OracleRatio {

    private OracleRatio() {}

    /** The smallest interval that holds every a/b where b is not 0; empty where b is nothing but 0. */
    static Optional<Stretch> of(Stretch a, Stretch b) {
        var byPositive = positive(b).map(part -> byPositive(a, part));
        var byNegative = positive(b.mirrored()).map(part -> byPositive(a.mirrored(), part));
        return Stream.of(byPositive, byNegative).flatMap(Optional::stream).reduce(Stretch::and);
    }

    /** The ratio of two stated numbers; null to 0. */
    static BigDecimal of(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128);
    }

    private static Optional<Stretch> positive(Stretch b) {
        if (b.high() != null && b.high().signum() <= 0) {
            return Optional.empty();
        }
        boolean fromZero = b.low() == null || b.low().signum() <= 0;
        return Optional.of(fromZero ? new Stretch(BigDecimal.ZERO, true, b.high(), b.highOpen()) : b);
    }

    private static Stretch byPositive(Stretch a, Stretch b) {
        var least = least(a, b);
        var mirror = least(a.mirrored(), b).mirrored();
        return new Stretch(least.low(), least.lowOpen(), mirror.high(), mirror.highOpen());
    }

    /** What a/b starts from, as an interval without an upper end: a positive a is least by the greatest b. */
    private static Stretch least(Stretch a, Stretch b) {
        if (a.low() == null) {
            return new Stretch(null, true, null, true);
        }
        if (a.low().signum() == 0) {
            return new Stretch(BigDecimal.ZERO, a.lowOpen(), null, true);
        }
        if (a.low().signum() > 0) {
            return b.high() == null
                    ? new Stretch(BigDecimal.ZERO, true, null, true)
                    : new Stretch(of(a.low(), b.high()), a.lowOpen() || b.highOpen(), null, true);
        }
        return b.low().signum() == 0
                ? new Stretch(null, true, null, true)
                : new Stretch(of(a.low(), b.low()), a.lowOpen() || b.lowOpen(), null, true);
    }
}
