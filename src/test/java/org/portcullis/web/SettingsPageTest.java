package org.portcullis.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.settings.SettingsInForce;
import org.springframework.context.ConfigurableApplicationContext;

/** Settings and twins in a real browser. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsPageTest {

    @TempDir
    private static Path home;
    private static ConfigurableApplicationContext application;
    private static Playwright playwright;
    private static com.microsoft.playwright.Browser browser;
    private static String address;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(Browser.installed().isPresent(), "skipped: no Chromium on this machine; install one, or name it in"
                + " PORTCULLIS_CHROMIUM, to run the tests of the pages");
        application = WebPreview.start(0, home);
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
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

    @Test
    @DisplayName("S2-REQ-C1: each limit and setting is shown once with value, bounds and source, and the hash")
    void every_setting_is_shown_with_its_source() {
        PolicyBook policies = application.getBean(PolicyBook.class);
        int all = policies.current().parameters().size() + application.getBean(SettingsInForce.class).values().size();
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = signedIn(context, "/settings");
            assertThat(page.locator("table.settings tbody tr")).hasCount(all);
            assertThat(page.locator("#settings .band")).containsText(policies.current().hash());
            page.locator("#text").fill("Open positions and pending");
            assertThat(page.locator("table.settings tbody tr")).hasCount(1);
            assertThat(page.locator("table.settings tbody tr")).containsText("0 to 100");
            assertThat(page.locator("table.settings tbody tr")).containsText("policy.yaml:");
            page.locator("#text").fill("silent after");
            assertThat(page.locator("table.settings tbody tr.changed"))
                    .containsText("portcullis.web.feed-silent-after");
            assertThat(page.locator("table.settings tbody tr.changed")).containsText("command line");
            page.locator("#text").fill("nothing is called so");
            assertThat(page.locator("#rows")).containsText("Nothing matches.");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_search_that_is_not_understood_finds_nothing_and_breaks_nothing() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = signedIn(context, "/settings?kind=%3Cb%3E&text=%25%27%3Cscript%3E&group=none");
            assertThat(page.locator("#rows")).containsText("Nothing matches.");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void settings_and_twins_are_accessible_and_fit_on_a_phone_in_both_schemes() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 400}) {
                try (BrowserContext context = context(width, scheme)) {
                    Page page = signedIn(context, "/live");
                    for (String path : List.of("/settings", "/settings?text=silent", "/audit/shadow")) {
                        page.navigate(path);
                        // axe looks at each of hundreds of rows that are alike: at all once, at some each time
                        if (!path.equals("/settings") || scheme == ColorScheme.LIGHT && width == 1440) {
                            assertThat(Accessibility.violations(page)).as(path + " " + scheme + width).isEmpty();
                        }
                        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                                .as(path + " " + width + " is cut").isEqualTo(true);
                    }
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static BrowserContext context(int width, ColorScheme scheme) {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 1000).setColorScheme(scheme).setBaseURL(address));
    }

    private Page signedIn(BrowserContext context, String path) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("/login");
        page.fill("input[name=username]", "viewer");
        page.fill("input[name=password]", WebPreview.PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL("**/live");
        page.navigate(path);
        return page;
    }
}
