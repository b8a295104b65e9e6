package org.numericclaims.figure.unit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.MeasurementException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.internal.format.TokenMgrError;
import tech.units.indriya.function.ExpConverter;
import tech.units.indriya.function.LogConverter;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.UnitDimension;

/** Codes of the Unified Code for Units of Measure (ucum.org/ucum), read whole and converted in decimal. */
final class Ucum {

    /** What the library lets through and UCUM does not, and powers that would take forever to work out. */
    private static final Pattern MALFORMED =
            Pattern.compile("[^!-~]|[./]{2}|[./(]$|\\)[^./)]|[A-Za-z\\]][+-]?\\d{2}|\\d{10}|^[\\d./()]*$");

    /** UCUM section 3: only metric atoms take a prefix, so "hh" is no hectohour. */
    private static final Pattern PREFIXED_NON_METRIC = Pattern.compile("(?:da|[KMGT]i|[YZEPTGMkhdcmunpfazy])"
            + "(?:min|h|d|a|wk|mo|deg|gon|circ|sph|AU|atm|att|a_[tjg]|mo_[sjg]|bit_s"
            + "|\\[(?!(?:c|h|k|eps_0|mu_0|e|m_e|m_p|G|g|ly|H2O|Hg)]).*)");

    /** Atoms of their own (candela, pascal, phot) that look like a prefix and a non-metric atom. */
    private static final Set<String> WHOLE_ATOMS = Set.of("cd", "Pa", "ph");

    /** systems-ucum 2.2 has wrong factors: 1.36 W for a horsepower (UCUM: 745.7), 1e-6 for rad and rem (0.01). */
    private static final Pattern WRONG_IN_LIBRARY = Pattern.compile("\\[HP]|.*(?:RAD|REM)");

    private Ucum() {}

    /** The unit of a code without annotations; empty where the code is not valid from end to end. */
    static Optional<Unit<?>> read(String code) {
        if (MALFORMED.matcher(code).find() || code.indexOf('{') >= 0 || !atomsAreSound(code)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(code));
        } catch (RuntimeException | TokenMgrError e) {
            // the generated scanner throws an Error, and the parser several unrelated exceptions
            return Optional.empty();
        }
    }

    private static boolean atomsAreSound(String code) {
        for (String part : code.split("[./()]")) {
            String atom = part.replaceFirst("[+-]?\\d+$", "");
            if (WRONG_IN_LIBRARY.matcher(atom).matches()
                    || PREFIXED_NON_METRIC.matcher(atom).matches() && !WHOLE_ATOMS.contains(atom)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How values go from one into the other, to 34 digits; empty where they are not of one dimension and linear. Angles,
     * bytes and plain ratios have no dimension, so they go by what they are.
     */
    static Optional<UnaryOperator<BigDecimal>> conversion(Unit<?> from, Unit<?> to) {
        boolean alike = from.getDimension().equals(UnitDimension.NONE)
                ? from.getSystemUnit().equals(to.getSystemUnit())
                : from.isCompatible(to);
        return alike
                ? converter(from, to)
                        .filter(converter ->
                                converter.getConversionSteps().stream().noneMatch(Ucum::isLogarithmic))
                        .map(Ucum::conversion)
                : Optional.empty();
    }

    private static boolean isLogarithmic(UnitConverter step) {
        return step instanceof LogConverter || step instanceof ExpConverter;
    }

    private static UnaryOperator<BigDecimal> conversion(UnitConverter converter) {
        var zero = zero(converter);
        return value -> (value.signum() == 0 ? zero : converted(value, converter)).round(MathContext.DECIMAL128);
    }

    /** Half-way between what 1 and -1 come to: the library forgets the .15 of 273.15 K when it adds it to 0. */
    private static BigDecimal zero(UnitConverter converter) {
        return converter.isLinear()
                ? BigDecimal.ZERO
                : converted(BigDecimal.ONE, converter)
                        .add(converted(BigDecimal.ONE.negate(), converter))
                        .divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
    }

    private static BigDecimal converted(BigDecimal value, UnitConverter converter) {
        return decimal(converter.convert(fraction(value)));
    }

    /** The library keeps fractions whole, but rounds decimals at each step: 5/9 of 0.000001 would not come back. */
    private static RationalNumber fraction(BigDecimal value) {
        return value.scale() > 0
                ? RationalNumber.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : RationalNumber.of(value.toBigIntegerExact(), BigInteger.ONE);
    }

    private static Optional<UnitConverter> converter(Unit<?> from, Unit<?> to) {
        try {
            return Optional.of(from.getConverterToAny(to));
        } catch (IncommensurableException | MeasurementException | UnsupportedOperationException e) {
            // the library composes no products of units with an offset or a logarithm, such as Cel/m
            return Optional.empty();
        }
    }

    /** Factors are fractions of whole numbers in the library; only those with pi (angles) are rounded there. */
    private static BigDecimal decimal(Number number) {
        if (number instanceof RationalNumber fraction) {
            return new BigDecimal(fraction.getDividend())
                    .divide(new BigDecimal(fraction.getDivisor()), MathContext.DECIMAL128);
        }
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof BigInteger whole ? new BigDecimal(whole) : BigDecimal.valueOf(number.longValue());
    }
}
