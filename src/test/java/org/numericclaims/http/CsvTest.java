package org.numericclaims.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    /** What a spreadsheet looks at: white space, signs, the apostrophe, and letters behind them. */
    @Property
    void noTextIsRunAndTakingOneApostropheOffBringsEachBack(
            @ForAll
                    @StringLength(max = 6)
                    @Chars({'\'', '=', '+', '-', '@', ' ', '\t', '\n', '\r', '＝', '\u00A0', '~'})
                    @CharRange(from = 'a', to = 'c')
                    String text) {
        var cell = Csv.text(text);
        assertThat(cell.strip()).doesNotMatch("(?s)[=+@＝-].*");
        assertThat(Csv.unguarded(cell)).isEqualTo(text);
        assertThat(cell.equals(text)).isEqualTo(!isRun(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\r=1",
                "\n=1",
                " =1",
                "\u00A0=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "'=1",
                "''=1"
            })
    void whatWouldBeRunHasAnApostropheBeforeIt(String text) {
        assertThat(Csv.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1", "a=b", "'tis", "«=1»", "🇺🇦", "1,5"})
    void whatIsHarmlessStaysAsItIs(String text) {
        assertThat(Csv.text(text)).isEqualTo(text);
    }

    private static boolean isRun(String text) {
        var bare = text.replaceFirst("^'*", "");
        return bare.matches("(?s)[\t\r\n].*")
                || bare.replace('\u00A0', ' ').strip().matches("(?s)[=+@＝-].*");
    }
}
