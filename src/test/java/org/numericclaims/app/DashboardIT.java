package org.numericclaims.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the shipped service with its samples, in a real browser; only where it is asked for. */
@EnabledIfSystemProperty(named = "browser", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final String KILLED = "/subjects/russian-soldiers-killed-in-the-war-in-ukraine";
    private static final String LOSSES = "/subjects/russian-soldiers-killed-or-wounded-in-the-war-in-ukraine";
    /** Stands for that of the claim of almost a million, whose id is new each time. */
    private static final String CLAIM = "/claims/{id}";

    private static final int HEAVIEST = 300_000;
    private static final int PHONE = 390;

    /** Names the folder for pictures of the main pages: {@code docs/screenshots} renews those of the documentation. */
    private static final String PICTURES = "screenshots";

    @TempDir
    static Path data;

    private PackagedService service;
    private Browser browser;
    private String claim;

    @BeforeAll
    void start() throws Exception {
        service = PackagedService.start(data, Map.of("CLAIMS_SAMPLES", "true"));
        browser = Browser.of(service.address());
        claim = "/claims/"
                + given().get(service.address() + "/v1/claims?claimant=donald-trump&q=\"almost a million\"")
                        .<String>path("items[0].id");
    }

    @AfterAll
    void stop() {
        browser.close();
        service.close();
    }

    @AfterEach
    void nothingWentWrong() {
        browser.assertQuiet();
    }

    @Test
    void whoSearchesFindsTheSubjectWhileTyping() {
        var page = browser.visitor();
        page.navigate("/");
        page.getByLabel("Search claims").fill("donald tr");
        assertThat(page.locator("#named option[value='Donald Trump']")).hasCount(1);
        page.getByLabel("Search claims").fill("Donald Trump");
        page.waitForURL("**/claimants/donald-trump");
        assertThat(heading(page)).hasText("Donald Trump");
    }

    @Test
    void whoSearchesForWordsFindsTheClaim() {
        var page = browser.visitor();
        page.navigate("/");
        page.getByLabel("Search claims").fill("\"almost a million\"");
        page.keyboard().press("Enter");
        assertThat(page.locator("table")).containsText("almost 1,000,000 people");
        page.locator("table a").first().click();
        assertThat(heading(page)).containsText("almost 1,000,000 people");
    }

    @Test
    void theSubjectShowsWhoCannotBeRightBesideWhom() {
        var page = browser.visitor();
        page.navigate(KILLED);
        var worst = page.locator(".rivals").first();
        assertThat(worst).containsText("These hardly fit together");
        assertThat(worst).containsText("almost 1,000,000 people");
        assertThat(worst).containsText("over 818,000 people");
        assertThat(worst).containsText("What the first counts is also counted by the second, so it cannot be more.");
        assertThat(worst.locator("svg.interval")).hasCount(2);
    }

    @Test
    void theBandStandsBesideTheRunningTotal() {
        var page = browser.visitor();
        page.navigate(LOSSES);
        assertThat(page.locator("figure.chart canvas")).isVisible();
        assertThat(page.locator("section[aria-labelledby=implied]")).containsText("430,310 to 430,330 people");
        assertThat(page.locator("section[aria-labelledby=implied]")).containsText("cannot both be true");
    }

    @Test
    void arrowKeysGoFromClaimToClaimOfTheChart() {
        var page = browser.visitor();
        page.navigate(LOSSES);
        var chart = page.locator("figure.chart [role=application]");
        var told = page.locator("figure.chart [role=status]");
        chart.press("ArrowDown");
        assertThat(told).containsText("the words allow");
        for (int line = 0; line < 10 && told.textContent().contains("Trump"); line++) {
            chart.press("ArrowDown");
        }
        chart.press("End");
        var newest = told.textContent();
        chart.press("ArrowLeft");
        assertThat(told).not().hasText(newest);
        chart.press("ArrowRight");
        assertThat(told).hasText(newest);
        for (int line = 0; line < 10 && !told.textContent().contains("Trump"); line++) {
            chart.press("ArrowUp");
        }
        assertThat(told).containsText("almost 1,000,000 people");
        chart.press("Enter");
        assertThat(page.locator("h1")).containsText("almost a million");
    }

    @Test
    void withoutScriptsAllIsThereToRead() {
        var page = browser.visitor(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(LOSSES);
        assertThat(page.locator("figure.chart img")).isVisible();
        assertThat(page.locator(".rivals").first()).containsText("These hardly fit together");
        page.getByLabel("Claimant").fill("Ukraine");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Filter"))
                .click();
        assertThat(page).hasURL(Pattern.compile("[?&]claimant=Ukraine(&|$)"));
        assertThat(page.locator("section[aria-labelledby=claims] tbody tr")).hasCount(3);
        page.navigate(LOSSES);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Next page"))
                .click();
        assertThat(page).hasURL(Pattern.compile("cursor="));
        assertThat(page.locator("section[aria-labelledby=claims] tbody tr")).hasCount(50);
    }

    @Test
    void theClaimTellsWhatOurRecordOfItWas() {
        var added = given().contentType("application/json")
                .body(
                        "{\"figure\":5,\"unit\":\"ships\",\"claimant\":\"Harbour\",\"date\":\"2025\",\"source\":\"Log\",\"note\":\"first\"}")
                .post(service.address() + "/v1/claims");
        var id = added.<String>path("id");
        given().contentType("application/merge-patch+json;charset=utf-8")
                .header("If-Match", added.header("ETag"))
                .body("{\"note\":\"second\"}")
                .patch(service.address() + "/v1/claims/" + id + "?reason=misread")
                .then()
                .statusCode(200);
        var page = browser.visitor();
        page.navigate("/claims/" + id);
        assertThat(page.locator(".history li").first()).containsText("misread");
        assertThat(page.locator(".history del")).hasText("first");
        assertThat(page.locator(".history ins")).hasText("second");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Version 1"))
                .click();
        assertThat(page.locator("section[aria-labelledby=cite]")).containsText("version 1");
    }

    @Test
    void aFigureIsReadWhileItIsTypedAndKept() {
        var page = browser.visitor();
        page.navigate("/new");
        page.getByLabel("The figure in its words").fill("over 818,000");
        page.locator("#unit").fill("people");
        assertThat(page.locator("#reading")).containsText("Read as over 818,000 people.");
        assertThat(page.locator("#reading")).containsText("the words allow at least 818,001 people");
        assertThat(page.locator("#reading svg.interval")).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Keep the claim"))
                .click();
        assertThat(page.locator("#claimant-fault")).not().isEmpty();
        page.locator("#claimant").fill("Admiralty");
        page.locator("#subject").fill("Sailors");
        page.locator("#date").fill("2025-01");
        page.locator("#source").fill("Gazette");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Keep the claim"))
                .click();
        page.waitForURL("**/claims/*");
        assertThat(heading(page)).containsText("Admiralty said over 818,000");
        page.navigate("/new");
        page.getByLabel("The figure in its words").fill("over 818,000");
        page.locator("#unit").fill("people");
        page.locator("#claimant").fill("Admiralty");
        assertThat(page.locator("#alike")).containsText("Admiralty: over 818,000 people");
        browser.forget(); // chromium itself complains of the answer 400
    }

    @Test
    void aFileIsCheckedLineByLineBeforeItIsKept() {
        var page = browser.visitor();
        page.navigate("/import");
        page.locator("#file")
                .setInputFiles(file("figure_text,unit,claimant,date,source\n"
                        + "over 5,ships,Port,2025,Ledger\nalmost 7,ships,Port,2025-13,Ledger\n"));
        assertThat(page.locator("#error-rows tr")).hasCount(1);
        assertThat(page.locator("#error-rows tr")).containsText("3");
        assertThat(page.locator("#error-rows tr")).containsText("date");
        browser.forget(); // chromium itself complains of the answer 422
        page.locator("#file")
                .setInputFiles(file("figure_text,unit,claimant,date,source\n"
                        + "over 5,ships,Port,2025,Ledger\nalmost 7,ships,Port,2025-12,Ledger\n"));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Import 2 claims"))
                .click();
        assertThat(page.locator("#result")).containsText("Imported");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("See the claims that were recorded last"))
                .click();
        assertThat(page.locator("table")).containsText("almost 7 ships");
    }

    @Test
    void markupInNamesIsShownAndNotRun() {
        given().contentType("application/json")
                .body("{\"figure\":5,\"unit\":\"ships\",\"claimant\":\"<img src=x onerror=alert(1)>\",\"subject\":"
                        + "\"<script>alert(2)</script>\",\"date\":\"2025\",\"source\":\"<b>Log</b>\"}")
                .post(service.address() + "/v1/claims")
                .then()
                .statusCode(201);
        var page = browser.visitor();
        page.navigate("/claims?subject=<script>alert(2)</script>");
        assertThat(page.locator("table")).containsText("<img src=x onerror=alert(1)>");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("<script>alert(2)</script>"))
                .first()
                .click();
        assertThat(heading(page)).hasText("<script>alert(2)</script>");
        assertThat(page.locator("figure.chart canvas")).isVisible();
        page.getByLabel("Search claims").fill("<img src");
        assertThat(page.locator("#named option")).hasCount(1);
    }

    /** In all, packed; at the width of a phone; and in both colours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                KILLED,
                LOSSES,
                CLAIM,
                "/claimants/ukraine",
                "/contradictions",
                "/claims?q=killed",
                "/claims/x",
                "/new",
                "/import",
                "/embed" + LOSSES
            })
    void aPageIsLightFitsAPhoneAndAxeFindsNothing(String address) {
        var answers = new ArrayList<Response>();
        var page = browser.visitor(new NewContextOptions().setViewportSize(PHONE, 800));
        page.onResponse(answers::add);
        open(page, address.equals(CLAIM) ? claim : address);
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.request().sizes().responseBodySize)
                        .sum())
                .isBetween(1, HEAVIEST);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = PICTURES, matches = ".+")
    @CsvSource({"first," + "/", "killed," + KILLED, "losses," + LOSSES, "contradictions,/contradictions"})
    void picturesOfTheMainPages(String name, String address) {
        var page = browser.visitor(new NewContextOptions().setViewportSize(1200, 2000));
        open(page, address);
        var picture = page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty(PICTURES), name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(60));
        assertThat(picture).isNotEmpty();
    }

    private static FilePayload file(String csv) {
        return new FilePayload("claims.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static void open(Page page, String address) {
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }
}
