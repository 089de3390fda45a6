package org.portcullis.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.Rearming;
import org.portcullis.risk.breaker.Rung;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's hands on the pages: in a real browser, over real HTTP, against a real database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LivePageTest {

    private static final int MIDDLE = 1024;

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

    @AfterEach
    void nothing_was_complained_about_and_trading_goes_on() {
        if (application == null) {
            return;
        }
        KillSwitch kill = application.getBean(KillSwitch.class);
        assertThat(kill.rearm("the next test", "cleaning up")).isNotInstanceOf(Rearming.SecondPersonNeeded.class);
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    @Test
    void an_approver_approves_and_the_question_goes_away_by_itself() {
        ask("t-approve");
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "approver");
            Locator card = page.locator("[data-order=t-approve]");
            assertThat(card.locator("[data-approve]")).hasText("Approve BUY 0.005 BTCUSDT");
            card.locator("[data-approve]").click();
            assertThat(card).hasCount(0);
            assertThat(one("SELECT approved_by FROM orders.orders WHERE client_order_id = 't-approve'"))
                    .isEqualTo("approver");
        }
    }

    @Test
    void a_rejection_needs_a_reason_and_keeps_it() {
        ask("t-reject");
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "approver");
            Locator card = page.locator("[data-order=t-reject]");
            card.locator("[data-ask-decline]").click();
            card.getByText("Reject BUY 0.005 BTCUSDT").click();
            assertThat(one("SELECT state FROM orders.orders WHERE client_order_id = 't-reject'")).isEqualTo("NEW");
            card.locator("input[name=reason]").fill("the spread is too wide");
            card.getByText("Reject BUY 0.005 BTCUSDT").click();
            assertThat(card).hasCount(0);
            assertThat(one("SELECT reason FROM orders.orders WHERE client_order_id = 't-reject'"))
                    .isEqualTo("the spread is too wide");
        }
    }

    @Test
    void an_administrator_sees_the_question_but_no_button_to_answer_it() {
        ask("t-admin");
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "admin");
            assertThat(page.locator("[data-order=t-admin]")).isVisible();
            assertThat(page.locator("[data-approve]")).hasCount(0);
        }
    }

    @Test
    void the_key_k_opens_the_kill_dialog_and_every_open_page_says_that_trading_is_halted() {
        try (BrowserContext first = context(1440, 1000); BrowserContext second = context(1440, 1000)) {
            Page page = signedIn(first, "admin");
            Page other = signedIn(second, "viewer");
            page.keyboard().press("k");
            assertThat(page.locator("#kill-dialog")).isVisible();
            page.locator("#kill-reason").fill("drill in the test");
            page.locator("#kill-form [type=submit]").click();
            assertThat(page.locator("#trading b")).hasText("HALTED");
            assertThat(other.locator("#trading b")).hasText("HALTED");
            assertThat(other.locator("#halted")).containsText("admin: drill in the test");
            assertThat(application.getBean(KillSwitch.class).isOn()).isTrue();
            page.locator("#open-kill").click();
            page.locator("#rearm-reason").fill("it was a drill");
            page.locator("#rearm-form [type=submit]").click();
            assertThat(page.locator("#rearm-form .fault")).containsText("second person");
            complaints.removeIf(said -> said.contains("409")); // the browser lists the refusal that was asked for
        }
    }

    @Test
    void a_viewer_has_no_kill_button_and_k_does_nothing() {
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "viewer");
            page.keyboard().press("k");
            assertThat(page.locator("#open-kill")).hasCount(0);
            assertThat(page.locator("dialog[open]")).hasCount(0);
        }
    }

    @Test
    void new_bars_move_the_chart_and_the_values_without_loading_the_page() {
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "viewer");
            assertThat(page.locator("#link")).hasAttribute("title", "live");
            String before = page.locator("#legend").textContent();
            application.getBean(PreviewFeed.class).next();
            page.waitForCondition(() -> !page.locator("#legend").textContent().equals(before));
            assertThat(page.locator("#silent")).isHidden();
        }
    }

    @Test
    void the_page_says_that_the_feed_is_silent() {
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "viewer");
            page.waitForCondition(() -> page.locator("#silent").isVisible(),
                    new Page.WaitForConditionOptions().setTimeout(30_000));
            assertThat(page.locator("#silent")).containsText(Pattern.compile("Feed silent for \\d+ "));
        }
    }

    @Test
    void a_part_is_not_fetched_again_while_the_pointer_is_in_it() {
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "approver");
            page.locator("[data-section=approvals] header").hover();
            ask("t-pointer");
            changed();
            assertThat(page.locator("[data-section=approvals] .held")).isVisible();
            assertThat(page.locator("[data-order=t-pointer]")).hasCount(0);
            page.locator("#theme").hover();
            assertThat(page.locator("[data-order=t-pointer]")).isVisible();
        }
    }

    @Test
    @DisplayName("S4-M10: a breaker that trips is on the page at once, with rung, scope and who must let it go")
    void a_breaker_that_trips_is_on_the_page_at_once() {
        try (BrowserContext context = context(400, 900)) {
            Locator part = signedIn(context, "approver").locator("[data-section=breakers]");
            PreviewBreakers.trip(application, "XRPUSDT", Rung.REDUCE_ONLY);
            Locator trip = part.locator("[data-breaker=by-hand][data-of=XRPUSDT]");
            assertThat(trip).containsText(Pattern.compile("Reduce only.*symbol XRPUSDT.*until a risk officer who did "
                    + "not trip it re-arms it", Pattern.DOTALL));
            assertThat(trip.locator("[data-rearm]")).hasCount(0);
            PreviewBreakers.letGo(application, "XRPUSDT");
            assertThat(trip).hasCount(0);
        }
    }

    @Test
    void dark_and_light_follow_the_system_until_somebody_switches() {
        try (BrowserContext context = context(1440, 1000)) {
            Page page = signedIn(context, "viewer");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
            page.locator("#theme").click();
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
            page.reload();
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
        }
    }

    @Test
    void pages_fit_and_axe_finds_nothing_serious_in_dark_and_light_at_three_widths() {
        ask("t-axe");
        PreviewBreakers.trip(application, "ADAUSDT", Rung.WARN);
        PreviewBreakers.trip(application, "SOLUSDT", Rung.BLOCK_ENTRIES);
        List<String> found = new ArrayList<>();
        for (int width : new int[] {1440, MIDDLE, 400}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext context = context(width, 900)) {
                    Page page = signedIn(context, "approver");
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    for (String path : List.of("/live", "/decisions/d0000003", "/audit", "/audit/trail")) {
                        page.navigate(address + path);
                        look(page, width + " " + scheme + " " + path, found);
                    }
                }
            }
        }
        try (BrowserContext context = context(400, 860)) {
            Page page = page(context);
            page.navigate(address + "/login");
            look(page, "sign-in", found);
        }
        PreviewBreakers.letGo(application, "ADAUSDT");
        PreviewBreakers.letGo(application, "SOLUSDT");
        assertThat(found).isEmpty();
    }

    /** Whether it fits, and at the largest and the smallest width what axe says, for it takes seconds. */
    private void look(Page page, String where, List<String> found) {
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth"
                + " - document.documentElement.clientWidth")).intValue();
        if (wide > 0) {
            found.add(where + ": " + wide + " px too wide");
        }
        List<Rule> rules = page.viewportSize().width == MIDDLE ? List.of() : Accessibility.violations(page);
        for (Rule rule : rules) {
            if (List.of("serious", "critical").contains(rule.getImpact())) {
                found.add(where + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
            }
        }
    }

    private BrowserContext context(int width, int height) {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width,
                height));
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private Page signedIn(BrowserContext context, String user) {
        Page page = page(context);
        page.navigate(address + "/login");
        page.locator("#username").fill(user);
        page.locator("#password").fill(WebPreview.PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("#live")).isVisible();
        assertThat(page.locator("#link")).hasAttribute("title", "live");
        return page;
    }

    private static void ask(String id) {
        new PreviewRows(jdbc()).ask(id, "d0000001", PreviewRows.BTC, "0.005", "95310.5");
    }

    private static void changed() {
        application.publishEvent(new org.portcullis.order.OrderChanged(
                new org.portcullis.kernel.ClientOrderId("t-pointer"), org.portcullis.order.OrderState.NEW));
    }

    private static String one(String sql) {
        return jdbc().sql(sql).query(String.class).single();
    }

    private static JdbcClient jdbc() {
        return application.getBean(JdbcClient.class);
    }
}
