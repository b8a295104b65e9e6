package org.numericclaims.analysis;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.numericclaims.claim.Given.rest;
import static org.numericclaims.claim.Given.unique;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numericclaims.analysis.chart.Chart;
import org.numericclaims.analysis.chart.ChartLine;
import org.numericclaims.analysis.chart.ChartPoint;
import org.numericclaims.app.TestDatabase;
import org.numericclaims.claim.Given;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChartTest {

    @Test
    void aClaimantHasALineAndBandsAndAPlaceInTheLegend() throws Exception {
        var subject = unique("picture");
        said(subject, "\"figure\":100000,\"qualifier\":\"about\"", "2023-01-15");
        said(subject, "\"figure\":434000", "2024");
        said(subject, "\"figure\":700000,\"figure_to\":900000,\"qualifier\":\"between\"", "2025-01-21");
        var svg = chart(subject, "");
        assertThat(of(svg, "line", "polyline")).hasSize(2);
        assertThat(points(of(svg, "line", "polyline").get(0))).hasSize(3);
        assertThat(of(svg, "likely", "polygon")).hasSize(1);
        assertThat(of(svg, "logical", "polygon")).hasSize(1);
        assertThat(of(svg, "fade0", "polygon")).isEmpty();
        assertThat(texts(svg)).contains(subject, "people", "0", "1,000,000", "2023-07", "Claimant of " + subject);
        assertThat(texts(svg, "title")).contains("700,000 to 900,000 people, said 2025-01-21");
    }

    @Test
    void whoDoesNotSeeItIsToldWhatItShows() throws Exception {
        var subject = unique("told");
        said(subject, "\"figure\":500", "2023");
        said(subject, "\"figure\":818000,\"qualifier\":\"over\",\"period\":\"2022-02-24/..\"", "2025-01-21");
        var root = chart(subject, "").getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        var labels = root.getAttribute("aria-labelledby").split(" ");
        assertThat(named(root, labels[0]).getTextContent()).isEqualTo(subject);
        assertThat(named(root, labels[1]).getTextContent())
                .isEqualTo("Figures in people by date, from 2023-12-31 to 2025-01-21. Claimant of " + subject
                        + ": 2 claims, the latest over 818,000 people for 2022-02-24/.., said 2025-01-21.");
    }

    @Test
    void openBoundsFadeAndHaveAnArrow() throws Exception {
        var subject = unique("open");
        said(subject, "\"figure\":818000,\"qualifier\":\"over\"", "2025-01-21");
        var up = chart(subject, "");
        assertThat(of(up, "fade0", "polygon")).hasSize(1);
        assertThat(of(up, "arrow", "path")).hasSize(1);
        assertThat(texts(up)).contains("open: no end stated");
        var down = unique("open below");
        Given.claim("\"figure\":5,\"qualifier\":\"under\"," + rest(down).replace("people", "%"));
        assertThat(of(chart(down, ""), "fade0", "polygon")).hasSize(1);
        var closed = unique("closed");
        said(closed, "\"figure\":5,\"qualifier\":\"under\"", "2025");
        assertThat(of(chart(closed, ""), "fade0", "polygon")).isEmpty();
    }

    @Test
    void whatNoLongerStandsIsMarked() throws Exception {
        var subject = unique("marks");
        var old = said(subject, "\"figure\":1", "2023");
        said(subject, "\"figure\":2,\"supersedes\":\"" + old.substring(old.lastIndexOf('/') + 1) + "\"", "2024");
        said(subject, "\"figure\":900,\"status\":\"retracted\"", "2025");
        var svg = chart(subject, "");
        assertThat(points(of(svg, "line", "polyline").get(0))).hasSize(2);
        assertThat(of(svg, "ring", "circle")).hasSize(2);
        assertThat(of(svg, "arrow", "path")).hasSize(2);
        assertThat(texts(svg)).contains("superseded", "retracted");
    }

    @Test
    void theFigureOfAYearIsNotJoinedWithRunningTotals() throws Exception {
        var subject = unique("strands");
        said(subject, "\"figure\":100,\"period\":\"2022-02-24/2023\"", "2023");
        said(subject, "\"figure\":60,\"period\":\"2024\"", "2024-06");
        said(subject, "\"figure\":200,\"period\":\"2022-02-24/2025\"", "2025");
        var lines = of(chart(subject, ""), "line", "polyline");
        assertThat(lines).hasSize(1);
        assertThat(points(lines.get(0))).hasSize(2);
    }

    @Test
    void aLongLineIsThinnedAndKeepsItsExtremes() throws Exception {
        var subject = unique("long");
        var first = LocalDate.of(2015, 1, 1);
        var claims = IntStream.range(0, 3000)
                .mapToObj(day -> "{\"figure\":" + (day == 1499 ? 90_000 : 10_000 + day) + ","
                        + rest(subject)
                                .replace("2025-01-21", first.plusDays(day).toString()) + "}")
                .collect(Collectors.joining(",", "{\"claims\":[", "]}"));
        given().contentType("application/json")
                .body(claims)
                .post("/v1/claims/import")
                .then()
                .statusCode(200);
        var svg = chart(subject, "");
        var places = points(of(svg, "line", "polyline").get(0));
        assertThat(places).hasSizeBetween(400, 1000).isSorted();
        assertThat(places.stream().mapToDouble(place -> place.y).min().orElseThrow())
                .isLessThan(200);
        assertThat(points(
                        of(chart(subject, "interval=year"), "line", "polyline").get(0)))
                .hasSize(9);
    }

    @Test
    void parametersAreThoseOfTheSeries() throws Exception {
        var subject = unique("same");
        Given.claim("\"figure\":10,\"figure_to\":20,\"qualifier\":\"between\","
                + rest(subject).replace("people", "km"));
        said(subject, "\"figure\":5", "2024");
        assertThat(texts(chart(subject, "in=miles")))
                .contains("miles", "One claim is left out: not in miles, and not to be converted.");
        assertThat(texts(chart(subject, "claimant=nobody"))).contains("There are no claims to show.");
        assertThat(texts(chart(subject, "date_gte=2026&date_lte=2027"))).contains("There are no claims to show.");
    }

    @Test
    void aSubjectWithoutClaimsHasAChartThatSaysSo() throws Exception {
        var name = unique("nothing");
        given().contentType("application/json")
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/subjects");
        var svg = chart(name, "");
        assertThat(texts(svg)).contains(name, "There are no claims to show.");
        assertThat(texts(svg, "desc")).containsExactly("There are no claims to show.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</text><script>alert(1)</script>",
                "]]> & <![CDATA[ &amp; &#0;",
                "</style></svg><!-- -->",
                "\\\" onload=\\\"alert(1)",
                "{{7*7}} ' <?xml?> %s $1",
                "عربي 北京 🇺🇦 e\u0301\u0301\u0301",
                "\\ufffe \\uffff"
            })
    void namesAreTextWhateverTheyAre(String name) throws Exception {
        var hostile = unique(name);
        var sent = Given.post("{\"figure\":5,\"qualifier\":\"over\",\"unit\":\"people\",\"subject\":\"S " + hostile
                + "\",\"claimant\":\"C " + hostile + "\",\"date\":\"2025\",\"source\":\"A book\"}");
        var slug = sent.then().statusCode(201).extract().<String>path("subject_slug");
        var svg = parsed(when().get("/v1/subjects/{s}/chart.svg", slug).asString());
        assertThat(texts(svg, "title")).contains(shown(sent.path("subject")), shown(sent.path("claimant")));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("svg").getLength()).isEqualTo(1);
    }

    private static String shown(String name) {
        return name.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd');
    }

    @Test
    void charactersThatXmlHasNotAreReplaced() throws Exception {
        var name = IntStream.rangeClosed(0, 0xA0).mapToObj(Character::toString).collect(Collectors.joining())
                + "\ud800 \udc00 \uffff";
        var svg = parsed(new Chart("1", name, name, List.of(new ChartLine(name, List.of(point(1)))), name).svg());
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("\ufffd".repeat(9) + "\t\n\ufffd")
                .endsWith("\ufffd \ufffd \ufffd");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1e-18, 1e30",
        "-1e30, 1e30",
        "123456789012345, 123456789012346",
        "-5, -5",
        "7, 7",
        "1e-18, 3e-18"
    })
    void everyFigureHasItsPlaceInside(BigDecimal a, BigDecimal b) throws Exception {
        var svg = parsed(new Chart("1", "A", "m", List.of(new ChartLine("B", List.of(point(a), point(b)))), "").svg());
        assertThat(of(svg, "dot", "circle").subList(0, 2))
                .allSatisfy(dot ->
                        assertThat(Double.parseDouble(dot.getAttribute("cy"))).isBetween(70.0, 440.0));
        assertThat(texts(svg)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01, 9999-12-31",
        "0001-01-01, 0001-01-01",
        "9999-12-31, 9999-12-31",
        "2024-02-28, 2024-03-01",
        "2024-01-01, 2024-05-31",
        "2020-12-31, 2029-01-01"
    })
    void everySpanHasAFewTicks(LocalDate a, LocalDate b) throws Exception {
        var line = new ChartLine("B", List.of(point(a, BigDecimal.ONE), point(b, BigDecimal.TEN)));
        var svg = parsed(new Chart("1", "A", "m", List.of(line), "").svg());
        assertThat(texts(svg).stream().filter(text -> text.matches("\\d{4}(-\\d\\d){0,2}")))
                .hasSizeBetween(1, 8);
    }

    @Test
    void beyondEightLinesTheDashesTellAndBeyondFortyTheNote() throws Exception {
        var lines = IntStream.range(0, 45)
                .mapToObj(i -> new ChartLine("Claimant " + i, List.of(point(i), point(i + 1))))
                .toList();
        var svg = parsed(new Chart("1", "A", "m", lines, "").svg());
        var looks = of(svg, "line", "polyline").stream()
                .map(line ->
                        ((Element) line.getParentNode()).getAttribute("class") + line.getAttribute("stroke-dasharray"));
        assertThat(looks.toList()).hasSize(40).doesNotHaveDuplicates();
        assertThat(texts(svg)).contains("Drawn are the 40 claimants with the most claims; 5 more are not.");
    }

    @Test
    void itIsAPictureThatLoadsAndRunsNothing() {
        var subject = unique("headers");
        said(subject, "\"figure\":5", "2024");
        var path = "/v1/subjects/" + slug(subject) + "/chart.svg";
        when().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", is("image/svg+xml;charset=utf-8"))
                .header("Content-Security-Policy", is("default-src 'none'; style-src 'unsafe-inline'"))
                .header("X-Content-Type-Options", is("nosniff"));
        given().accept("image/avif,image/svg+xml,image/*,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(200);
        given().accept("application/json").get(path).then().statusCode(406);
        when().get(path + "?interval=decade").then().statusCode(400).body("errors[0].parameter", is("interval"));
        when().get(path + "?date_gte=2025&date_lte=2024").then().statusCode(422);
        when().get(path + "?format=csv").then().statusCode(400).body("code", is("unknown_parameter"));
        when().get("/v1/subjects/nothing-of-that-name/chart.svg").then().statusCode(404);
    }

    private record Place(double x, double y) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return Double.compare(x, other.x);
        }
    }

    private static ChartPoint point(int figure) {
        return point(BigDecimal.valueOf(figure));
    }

    private static ChartPoint point(BigDecimal figure) {
        return point(LocalDate.of(2024, 1, 1), figure);
    }

    private static ChartPoint point(LocalDate date, BigDecimal figure) {
        var reach = new ChartPoint.Reach(figure, figure);
        return new ChartPoint(date, "", figure, null, reach, reach, ChartPoint.Standing.CURRENT, "label");
    }

    private static String said(String subject, String fields, String date) {
        return Given.claim(fields + "," + rest(subject).replace("2025-01-21", date));
    }

    private static Document chart(String subject, String query) throws Exception {
        return parsed(when().get("/v1/subjects/" + slug(subject) + "/chart.svg" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> of(Document svg, String look, String element) {
        return elements(svg.getElementsByTagName(element)).stream()
                .filter(found -> found.getAttribute("class").equals(look))
                .toList();
    }

    private static Element named(Element root, String id) {
        return elements(root.getElementsByTagName("*")).stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Document svg) {
        return texts(svg, "text");
    }

    private static List<String> texts(Document svg, String element) {
        return elements(svg.getElementsByTagName(element)).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Place> points(Element line) {
        return Arrays.stream(line.getAttribute("points").split(" "))
                .map(place -> place.split(","))
                .map(xy -> new Place(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])))
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String slug(String name) {
        return name.replace(' ', '-');
    }
}
