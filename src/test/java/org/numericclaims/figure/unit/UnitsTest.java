package org.numericclaims.figure.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.numericclaims.figure.Unreadable;

class UnitsTest {

    @Example
    void everyNameAndAliasResolvesToItsUnit() {
        assertThat(Units.known())
                .allSatisfy(known -> assertThat(labels(known)).allSatisfy(label -> {
                    assertThat(Unit.of(label).name()).isEqualTo(known.name());
                    assertThat(Unit.of("  " + label + " ").kind()).isEqualTo(known.kind());
                }));
    }

    @Example
    void noTwoUnitsShareAnAlias() {
        List<String> labels = Units.known().stream().flatMap(UnitsTest::labels).toList();
        assertThat(labels).doesNotHaveDuplicates();
    }

    @Example
    void noLabelHidesTheCurrencyOfAnother() {
        assertThat(Currency.getAvailableCurrencies())
                .allSatisfy(currency -> assertThat(Units.labelled(currency.getCurrencyCode()).stream())
                        .allSatisfy(unit -> assertThat(unit.name()).isEqualTo(currency.getCurrencyCode())));
    }

    @Example
    void convertingIsSymmetricAndTransitive() {
        assertThat(Units.known())
                .allSatisfy(known -> assertThat(known.convertsInto())
                        .allSatisfy(other ->
                                assertThat(reach(other)).containsExactlyInAnyOrderElementsOf(reach(known.name()))));
    }

    @Property(tries = 300)
    void thereAndBackIsTheSame(
            @ForAll("convertible") KnownUnit known,
            @ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(6) BigDecimal value) {
        Unit unit = Unit.of(known.name());
        for (String name : known.convertsInto()) {
            Unit other = Unit.of(name);
            BigDecimal back = other.convert(unit.convert(value, other), unit);
            BigDecimal tolerance = value.abs().max(BigDecimal.ONE).scaleByPowerOfTen(-15);
            assertThat(back).isCloseTo(value, within(tolerance));
        }
    }

    @Property(tries = 1000)
    void nothingButRefusals(@ForAll("texts") String text, @ForAll boolean newUnit) {
        try {
            Unit unit = Unit.of(text, newUnit);
            assertThat(Unit.of(unit.name(), true)).isEqualTo(unit);
            assertThat(unit.convert(BigDecimal.TEN, unit).round(MathContext.DECIMAL64))
                    .isEqualByComparingTo("10");
            Units.known().forEach(known -> convertIfItDoes(unit, Unit.of(known.name())));
        } catch (Unreadable e) {
            assertThat(e.code())
                    .isIn("unknown_unit", "scale_in_unit", "too_long", "nul_character", "control_character");
        }
    }

    private static void convertIfItDoes(Unit unit, Unit other) {
        assertThat(unit.converts(other)).isEqualTo(other.converts(unit));
        if (unit.converts(other)) {
            assertThat(unit.convert(BigDecimal.TEN, other)).isNotNull();
        }
    }

    @Provide
    Arbitrary<KnownUnit> convertible() {
        return Arbitraries.of(Units.known())
                .filter(known -> !known.convertsInto().isEmpty());
    }

    /** Any characters, and bits of codes strung together, which reach deeper into the parser. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> codes = Arbitraries.of(
                        "k", "m", "s", "[", "]", "[mi_i]", "Cel", "/", ".", "(", ")", "2", "-", "{", "}", "per ", " ",
                        "[pH]", "B", "Np", "deg", "%", "10*", "99", "Pa", "h", "people", "1,000", "$", "’", "İ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60), codes);
    }

    private static Stream<String> labels(KnownUnit known) {
        return Stream.concat(Stream.of(known.name()), known.aliases().stream());
    }

    private static List<String> reach(String name) {
        KnownUnit known = Units.known().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Stream.concat(Stream.of(name), known.convertsInto().stream()).toList();
    }
}
