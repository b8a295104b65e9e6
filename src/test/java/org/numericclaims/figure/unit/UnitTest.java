package org.numericclaims.figure.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.figure.Unreadable;
import tech.units.indriya.format.SimpleUnitFormat;
import tech.units.indriya.unit.Units;

class UnitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people                 | people               | COUNT
            Soldiers               | people               | COUNT
            {people}               | people               | COUNT
            tanks                  | tanks                | COUNT
            cats                   | cats                 | COUNT
            Lighthouse-Keepers     | lighthouse-keepers   | COUNT
            танки                  | танки                | COUNT
            km                     | km                   | PHYSICAL
            KM                     | km                   | PHYSICAL
            km²                    | km2                  | PHYSICAL
            Nautical   Miles       | nautical miles       | PHYSICAL
            [mi_i]                 | miles                | PHYSICAL
            a                      | years                | PHYSICAL
            t                      | tonnes               | PHYSICAL
            MW                     | MW                   | PHYSICAL
            mW                     | mW                   | PHYSICAL
            ℃                      | °C                   | PHYSICAL
            mm[Hg]                 | mm[Hg]               | PHYSICAL
            mg{total}              | mg{total}            | PHYSICAL
            kg/(m.s2)              | kg/(m.s2)            | PHYSICAL
            mmol                   | mmol                 | PHYSICAL
            mol                    | mol                  | PHYSICAL
            Pa                     | Pa                   | PHYSICAL
            car                    | cars                 | COUNT
            par                    | par                  | COUNT
            $                      | USD                  | MONEY
            usd                    | USD                  | MONEY
            HUF                    | HUF                  | MONEY
            Per Cent               | %                    | SHARE
            percentage points      | percentage points    | SHARE
            x                      | times                | RATIO
            $ per bbl              | USD per barrel       | RATE
            per 100000             | per 100,000          | RATE
            per million            | per 1,000,000        | RATE
            deaths per 1 000 births| deaths per 1,000 births | RATE
            soldiers per km²       | people per km2       | RATE
            US dollars per capita  | USD per person       | RATE
            bbl per day per head   | barrels per day per head | RATE
            births per woman       | births per woman     | RATE
            cases per 1000 children| cases per 1,000 children | RATE
            $/bbl                  | USD per barrel       | RATE
            persons/km2            | people per km2       | RATE
            km/hour                | km/h                 | PHYSICAL
            µg/m3                  | ug/m3                | PHYSICAL
            parts per million      | ppm                  | PHYSICAL
            km per h               | km/h                 | PHYSICAL
            miles per hour         | mph                  | PHYSICAL
            """)
    void readsWhatPeopleWrite(String text, String name, UnitKind kind) {
        Unit unit = Unit.of(text);
        assertThat(unit.name()).isEqualTo(name);
        assertThat(unit.kind()).isEqualTo(kind);
        assertThat(Unit.of(name, true)).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            km/hh           | unknown_unit  | km/h
            $$              | unknown_unit  | USD
            peopl           | unknown_unit  | people
            poeple          | unknown_unit  | people
            Peoples         | unknown_unit  | people
            pounds          | unknown_unit  | lb, GBP
            tons            | unknown_unit  | short tons
            gallons         | unknown_unit  | imperial gallons
            ¥               | unknown_unit  | JPY, CNY
            huf             | unknown_unit  | HUF
            kWp             | unknown_unit  | kW
            20 °            | unknown_unit  |
            degrees         | unknown_unit  | °C, °F, deg
            horses          | unknown_unit  | houses
            tons per acre   | unknown_unit  | tonnes
            m//s            | unknown_unit  | m/s
            km99            | unknown_unit  | km2
            m99999999999    | unknown_unit  |
            [HP]            | unknown_unit  |
            100             | unknown_unit  |
            per             | unknown_unit  |
            per km2         | unknown_unit  |
            USD per         | unknown_unit  |
            USD per $$      | unknown_unit  |
            Ox              | unknown_unit  |
            housing units   | unknown_unit  |
            ''              | unknown_unit  | missing
            ' '             | unknown_unit  | missing
                            | unknown_unit  | missing
            million people  | scale_in_unit | figure
            Thousands       | scale_in_unit | figure
            people (millions) | scale_in_unit | figure
            USD bn          | scale_in_unit | figure
            $bn             | scale_in_unit | figure
            USDm            | scale_in_unit | figure
            million USD per day | scale_in_unit | figure
            100 people      | scale_in_unit | figure
            """)
    void refusesAndSaysWhy(String text, String code, String detail) {
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> Unit.of(text));
        assertThat(refusal).isNotNull().hasMessageContaining(detail == null ? "nearest" : detail);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"peopl", "huf", "housing units"})
    void insistingMakesANewCount(String text) {
        assertThat(Unit.of(text, true).isCount()).isTrue();
    }

    @Test
    void aFractionThatIsNoDecimalStaysWholeOnTheWay() {
        var celsius = Unit.of("°F").convert(new BigDecimal("32.0000018"), Unit.of("°C"));
        assertThat(celsius).isEqualByComparingTo("0.000001");
    }

    @Test
    void aUnitHasSixtyCharacters() {
        assertThat(Unit.of("x".repeat(60)).isCount()).isTrue();
        assertThat(catchThrowableOfType(Unreadable.class, () -> Unit.of("x".repeat(61)))
                        .code())
                .isEqualTo("too_long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1    | miles          | km     | 1.609344
            0.1  | miles          | km     | 0.1609344
            1    | nautical miles | m      | 1852
            12   | inches         | ft     | 1
            1    | hectares       | m2     | 10000
            1    | sq mi          | km2    | 2.589988110336
            1    | lb             | kg     | 0.45359237
            1    | short tons     | tonnes | 0.90718474
            1    | long tons      | kg     | 1016.0469088
            1    | troy ounces    | g      | 31.1034768
            1    | barrels        | litres | 158.987294928
            1    | US gallons     | litres | 3.785411784
            1    | imperial gallons | litres | 4.54609
            1    | years          | months | 12
            1    | years          | days   | 365.25
            2    | decades        | years  | 20
            1    | weeks          | hours  | 168
            -40  | °C             | °F     | -40
            100  | °C             | °F     | 212
            0.1  | °C             | K      | 273.25
            0    | °C             | K      | 273.15
            0    | K              | °C     | -273.15
            0    | °C             | °F     | 32
            0    | km             | miles  | 0
            1    | TWh            | GWh    | 1000
            1    | kWh            | J      | 3600000
            1    | GB             | bytes  | 1000000000
            1    | mph            | km/h   | 1.609344
            1    | knots          | km/h   | 1.852
            1    | hectares       | acres  | 2.471043930466279
            123456789.123456789 | km | m  | 123456789123.456789
            """)
    void convertsInDecimal(BigDecimal value, String from, String to, BigDecimal expected) {
        assertThat(Unit.of(from).convert(value, Unit.of(to)).setScale(expected.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USD        | EUR
            people     | tanks
            people     | %
            %          | percentage points
            %          | times
            %          | [ppm]
            bytes      | deg
            years      | people
            USD per km | USD per mile
            mg{a}      | mg{b}
            [pH]       | mol/L
            Cel/m      | K/m
            """)
    void whatDoesNotConvert(String one, String other) {
        assertThat(Unit.of(one).converts(Unit.of(other))).isFalse();
        assertThat(Unit.of(other).converts(Unit.of(one))).isFalse();
    }

    @Test
    void knowsLengths() {
        assertThat(Unit.of("miles").isLength()).isTrue();
        assertThat(Unit.of("km2").isLength()).isFalse();
        assertThat(Unit.of("people").isLength()).isFalse();
    }

    @Test
    void labelsOfTheLibraryDoNotMatter() {
        SimpleUnitFormat.getInstance().label(Units.METRE, "people");
        try {
            assertThat(Unit.of("people").isCount()).isTrue();
            assertThat(Unit.of("km").convert(BigDecimal.ONE, Unit.of("m"))).isEqualByComparingTo("1000");
        } finally {
            SimpleUnitFormat.getInstance().label(Units.METRE, "m");
        }
    }
}
