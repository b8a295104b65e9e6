package org.numericclaims.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own chromium, which notes what goes wrong in the pages that it shows. */
final class Browser implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final String service;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, String service) {
        this.playwright = playwright;
        this.service = service;
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu"))); // as root, and without one
    }

    /** Starts it for the pages of the service at that address. */
    static Browser of(String service) {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return new Browser(Playwright.create(options), service);
    }

    private static Path place() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install chromium, or say in CHROMIUM where it is."));
    }

    /** A new visitor with these settings; relative addresses are the service's. */
    Page visitor(com.microsoft.playwright.Browser.NewContextOptions settings) {
        BrowserContext context = browser.newContext(settings.setBaseURL(service));
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // that a page itself is refused is no fault of it
            if (List.of("error", "warning").contains(message.type())
                    && !message.location().startsWith(page.url())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onDialog(dialog -> {
            complaints.add(page.url() + " asked: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(service)) {
                complaints.add(page.url() + " loads " + request.url());
            }
        });
        return page;
    }

    Page visitor() {
        return visitor(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** That no page complained, asked or loaded anything from elsewhere since this was asked last. */
    void assertQuiet() {
        var heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).isEmpty();
    }

    /** Leaves out what was complained of so far, where that was meant to be. */
    void forget() {
        complaints.clear();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
