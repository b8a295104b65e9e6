package org.numericclaims.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    private static final Bounds ONE_TO_TWO = Bounds.closed(number("1"), number("2"));

    @Test
    void anEndIsWrittenWithoutExponentOrZeros() {
        assertThat(Bounds.closed(number("1E+3"), number("2000.50"))).hasToString("[1000, 2000.5]");
        assertThat(Bounds.closed(number("1E+3"), number("2E+3")))
                .isEqualTo(Bounds.closed(number("1000"), number("2000.0")));
    }

    @Test
    void anEndOfTooManyDigitsIsRoundedOutward() {
        assertThat(Bounds.closed(number("1.0000000000000001"), number("1.0000000000000001")))
                .hasToString("[1, 1.00000000000001]");
        assertThat(Bounds.closed(number("-1234567890123456"), number("-1234567890123456")))
                .hasToString("[-1234567890123460, -1234567890123450]");
    }

    @Test
    void anEndThatIsMissingIsOpen() {
        assertThat(new Bounds(null, false, null, false)).isEqualTo(new Bounds(null, true, null, true));
    }

    @Test
    void eachFactoryLeavesOutWhatItsNameSays() {
        assertThat(Bounds.closedOpen(number("1"), number("2"))).hasToString("[1, 2)");
        assertThat(Bounds.openClosed(number("1"), number("2"))).hasToString("(1, 2]");
        assertThat(Bounds.above(number("1"))).hasToString("(1, …)");
        assertThat(Bounds.atLeast(number("1"))).hasToString("[1, …)");
        assertThat(Bounds.below(number("1"))).hasToString("(…, 1)");
        assertThat(Bounds.atMost(number("1"))).hasToString("(…, 1]");
    }

    @Test
    void nothingLiesBetweenReversedEndsOrBesideAnOpenOne() {
        assertThat(Bounds.closed(number("2"), number("1")).isEmpty()).isTrue();
        assertThat(Bounds.closedOpen(number("1"), number("1")).isEmpty()).isTrue();
        assertThat(Bounds.openClosed(number("1"), number("1")).isEmpty()).isTrue();
        assertThat(Bounds.closed(number("1"), number("1")).isEmpty()).isFalse();
        assertThat(Bounds.above(number("1")).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, true, true", "2, false, true", "3, true, false", "1, true, true", "0, false, true"})
    void whatReachesUpFromANumberOverlapsWhereItMeetsOne(BigDecimal low, boolean closed, boolean meets) {
        Bounds upward = closed ? Bounds.atLeast(low) : Bounds.above(low);
        boolean expected = low.compareTo(number("2")) == 0 ? closed : meets;
        assertThat(upward.overlaps(ONE_TO_TWO)).isEqualTo(expected);
        assertThat(ONE_TO_TWO.overlaps(upward)).isEqualTo(expected);
    }

    @Test
    void anEmptyOneOverlapsNothing() {
        Bounds empty = Bounds.closed(number("2"), number("1"));
        assertThat(empty.overlaps(ONE_TO_TWO)).isFalse();
        assertThat(ONE_TO_TWO.overlaps(empty)).isFalse();
        assertThat(empty.inside(ONE_TO_TWO)).isTrue();
    }

    @Test
    void insideMindsTheEnds() {
        assertThat(ONE_TO_TWO.inside(ONE_TO_TWO)).isTrue();
        assertThat(ONE_TO_TWO.inside(Bounds.closedOpen(number("1"), number("2"))))
                .isFalse();
        assertThat(ONE_TO_TWO.inside(Bounds.openClosed(number("1"), number("2"))))
                .isFalse();
        assertThat(Bounds.closedOpen(number("1"), number("2")).inside(ONE_TO_TWO))
                .isTrue();
        assertThat(ONE_TO_TWO.inside(Bounds.atLeast(number("1")))).isTrue();
        assertThat(ONE_TO_TWO.inside(Bounds.above(number("1")))).isFalse();
        assertThat(Bounds.atMost(number("1")).inside(ONE_TO_TWO)).isFalse();
        assertThat(Bounds.atMost(number("1")).inside(Bounds.below(number("2")))).isTrue();
    }

    @Test
    void aNumberIsContainedUnlessItsEndIsOpen() {
        assertThat(ONE_TO_TWO.contains(number("2.0"))).isTrue();
        assertThat(Bounds.closedOpen(number("1"), number("2")).contains(number("2")))
                .isFalse();
        assertThat(Bounds.above(number("1")).contains(number("1e9"))).isTrue();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
