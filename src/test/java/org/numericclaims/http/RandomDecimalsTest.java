package org.numericclaims.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.app.TestDatabase;

/** Numbers that nobody chose, sent as bytes and compared as text: no reader on the way makes a double of them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RandomDecimalsTest {

    private static final int MANY = 300;
    private static final int SOME = 40;
    private static final Pattern FIGURE = Pattern.compile("\"figure\":([^,]*),");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aNumberComesBackToTheDigitFromAFile(long seed) throws IOException {
        var numbers = numbers(seed, MANY);
        var subject = unique("decimals").replace(' ', '-');
        var file = IntStream.range(0, MANY)
                .mapToObj(i -> claim(numbers.get(i), subject, i))
                .collect(Collectors.joining("\n"));
        var answer = Raw.post("/v1/claims/import", file.getBytes(UTF_8), "Content-Type: application/x-ndjson");
        assertThat(answer.json().getInt("created")).as(answer.body()).isEqualTo(MANY);
        var path = "GET /v1/claims?sort=created_at&subject=" + subject;
        var expected = numbers.stream().map(RandomDecimalsTest::plain).sorted().toList();
        assertThat(figures(Raw.ask(path + "&limit=500").body())).isEqualTo(expected);
        assertThat(figures(Raw.ask(path + "&format=ndjson").body())).isEqualTo(expected);
        assertThat(Raw.ask(path + "&format=csv&fields=figure")
                        .body()
                        .lines()
                        .skip(1)
                        .sorted()
                        .toList())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void aNumberComesBackToTheDigitFromABody(long seed) throws IOException {
        var subject = unique("decimals");
        var numbers = numbers(seed, SOME);
        for (int i = 0; i < SOME; i++) {
            var answer = Raw.post(
                    "/v1/claims", claim(numbers.get(i), subject, i).getBytes(UTF_8), "Content-Type: application/json");
            assertThat(figures(answer.body())).as(numbers.get(i)).containsExactly(plain(numbers.get(i)));
        }
    }

    private static String claim(String figure, String subject, int i) {
        return "{\"figure\":" + figure
                + ",\"qualifier\":\"exactly\",\"unit\":\"%\",\"claimant\":\"A\",\"date\":\"2025\"," + "\"subject\":\""
                + subject + "\",\"source\":\"Book " + i + "\"}";
    }

    private static List<String> figures(String text) {
        return FIGURE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    /** At most 15 digits, from 1e-18 to 1e30, in any of the ways that JSON has to write them. */
    private static List<String> numbers(long seed, int many) {
        var random = new Random(seed);
        var numbers = new ArrayList<String>();
        while (numbers.size() < many) {
            var digits = new BigInteger(1 + random.nextInt(49), random);
            var number = new BigDecimal(digits, random.nextInt(50) - 30);
            boolean isZero = digits.signum() == 0;
            if (digits.toString().length() <= 15
                    && (isZero || number.precision() - number.scale() <= 30)
                    && (isZero || number.precision() - number.scale() > -18)) {
                numbers.add((random.nextBoolean() ? "-" : "") + written(number, random));
            }
        }
        return numbers;
    }

    private static String written(BigDecimal number, Random random) {
        int moved = random.nextInt(20) - 10;
        var zeros = "0".repeat(number.signum() == 0 ? 0 : random.nextInt(4));
        return switch (random.nextInt(4)) {
            case 0 -> number.toPlainString() + (number.scale() > 0 ? zeros : "." + zeros + "0");
            case 1 -> number.unscaledValue() + zeros + "e" + (-number.scale() - zeros.length());
            case 2 -> number.scaleByPowerOfTen(-moved).toPlainString() + (moved < 0 ? "E" : "E+") + moved;
            default -> number.toPlainString();
        };
    }

    private static String plain(String number) {
        var value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
