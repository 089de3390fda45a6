package org.portcullis.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.operations.alert.Alert;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.AlertsChanged;
import org.portcullis.operations.alert.Cause;
import org.portcullis.operations.alert.Severity;
import org.springframework.context.ConfigurableApplicationContext;

/** A person's hands on the alerts of the live page, in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertPageTest {

    @TempDir
    private static Path home;
    private static ConfigurableApplicationContext application;
    private static Playwright playwright;
    private static com.microsoft.playwright.Browser browser;
    private static String address;
    private static AlertDesk alerts;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(Browser.installed().isPresent(), "skipped: no Chromium on this machine; install one, or name it in"
                + " PORTCULLIS_CHROMIUM, to run the tests of the pages");
        application = WebPreview.start(0, home);
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        alerts = application.getBean(AlertDesk.class);
        playwright = Playwright.create();
        browser = Browser.launch(playwright);
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @AfterEach
    void nothing_was_complained_about_and_all_is_over() {
        if (application != null) {
            alerts.open().forEach(alert -> alerts.resolve(alert.code(), alert.subject(), "test", "cleaning up"));
            assertThat(complaints).as("errors in the browser's console").isEmpty();
        }
    }

    @Test
    @DisplayName("S2-K3: a critical alert comes to the page by itself, stands first, and is acknowledged there by name")
    void an_alert_comes_by_itself_and_is_acknowledged() {
        alerts.raise(new Cause(AlertCode.WEBHOOK_SILENT, Severity.WARNING, "tv1", "tv1 is silent", "signal", 0));
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, "admin");
            Locator all = page.locator("[data-section=alerts] .alert");
            assertThat(all).hasCount(1);
            alerts.raise(new Cause(AlertCode.KILL_SWITCH, Severity.CRITICAL, "trading", "stopped by <b>ada</b>",
                    "risk", PreviewRows.NOW_MS));
            application.publishEvent(new AlertsChanged());
            assertThat(all).hasCount(2);
            assertThat(all.first()).containsText(Pattern.compile("Kill switch.*Critical.*trading.*<b>ada</b>.*second "
                    + "person", Pattern.DOTALL));
            all.first().locator("input[name=reason]").fill("looking at the fills");
            all.first().locator("[type=submit]").click();
            assertThat(page.getByText("Acknowledged by admin: looking at the fills")).isVisible();
            assertThat(alerts.open()).filteredOn(alert -> alert.code() == AlertCode.KILL_SWITCH).singleElement()
                    .extracting(Alert::acknowledged).extracting(Alert.Note::by).isEqualTo("admin");
        }
    }

    @Test
    void what_changes_between_reading_the_page_and_its_live_connection_is_not_lost() {
        try (BrowserContext context = browser.newContext()) {
            CompletableFuture<Route> held = new CompletableFuture<>();
            context.route("**/api/v1/stream*", held::complete);
            Page page = signedIn(context, "viewer");
            page.waitForCondition(held::isDone);
            page.waitForCondition(() -> !page.locator("#legend").textContent().isEmpty());
            String bar = page.locator("#legend").textContent();
            alerts.raise(new Cause(AlertCode.WEBHOOK_SILENT, Severity.WARNING, "tv2", "tv2 is silent", "signal", 0));
            application.publishEvent(new AlertsChanged());
            application.getBean(PreviewFeed.class).next();
            assertThat(page.locator("#link")).hasAttribute("title", "not connected");
            assertThat(page.locator("[data-section=alerts] .alert")).hasCount(0);
            held.join().resume();
            assertThat(page.locator("[data-section=alerts] .alert")).containsText("tv2 is silent");
            page.waitForCondition(() -> !page.locator("#legend").textContent().equals(bar));
        }
    }

    @Test
    void a_viewer_sees_alerts_and_has_nothing_to_acknowledge_them_with() {
        alerts.raise(new Cause(AlertCode.SLIPPAGE, Severity.WARNING, "everything", "fills cost more", "risk", 0));
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, "viewer");
            assertThat(page.locator("[data-section=alerts]")).containsText("fills cost more");
            assertThat(page.locator("[data-look]")).hasCount(0);
        }
    }

    @Test
    void more_than_three_warnings_are_folded_and_no_critical_one_is() {
        for (int i = 0; i < 5; i++) {
            alerts.raise(new Cause(AlertCode.STALENESS, Severity.WARNING, "symbol " + i, "silent", "risk", 0));
        }
        assertThat(AlertStrip.of(alerts.open()).first()).hasSize(3);
        for (int i = 0; i < 5; i++) {
            alerts.raise(new Cause(AlertCode.POSITION_UNPROTECTED, Severity.CRITICAL, "p" + i, "open", "risk", 0));
        }
        AlertStrip strip = AlertStrip.of(alerts.open());
        assertThat(strip.first()).hasSize(5).allMatch(AlertStrip.Line::critical);
        assertThat(strip.rest()).hasSize(5);
        assertThat(strip.unacknowledged()).isEqualTo(10);
    }

    @Test
    void alerts_fit_and_axe_finds_nothing_serious_in_dark_and_light_at_two_widths() {
        alerts.raise(new Cause(AlertCode.KILL_SWITCH, Severity.CRITICAL, "trading", "stopped by ada: odd fills", "risk",
                PreviewRows.NOW_MS));
        alerts.raise(new Cause(AlertCode.STALENESS, Severity.WARNING, "symbol " + "X".repeat(60), "y".repeat(400),
                "risk", PreviewRows.NOW_MS));
        alerts.acknowledge(alerts.open().get(0).alertId(), "ada", "known");
        for (int width : new int[] {1440, 400}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext context = browser.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900))) {
                    Page page = signedIn(context, "admin");
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    int wide = ((Number) page.evaluate("document.documentElement.scrollWidth"
                            + " - document.documentElement.clientWidth")).intValue();
                    assertThat(wide).as("%s %s px too wide", width, scheme).isNotPositive();
                    assertThat(Accessibility.violations(page, "[data-section=alerts]"))
                            .as("%s %s", width, scheme).isEmpty();
                }
            }
        }
    }

    private Page signedIn(BrowserContext context, String user) {
        Page page = context.newPage();
        page.onConsoleMessage(said -> {
            if (said.type().equals("error")) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address + "/login");
        page.locator("[name=username]").fill(user);
        page.locator("[name=password]").fill(WebPreview.PASSWORD);
        page.locator("[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/live.*"));
        return page;
    }
}
