package org.portcullis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.Cause;
import org.portcullis.operations.alert.Severity;
import org.portcullis.risk.KillSwitch;
import org.springframework.context.ConfigurableApplicationContext;

/** Who reaches which path, over real HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PathRightsTest {

    @TempDir
    private static Path home;
    private static ConfigurableApplicationContext application;
    private static String address;

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        application = WebPreview.start(0, home);
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live", "/live/glance", "/decisions/d0000001", "/audit", "/audit/decisions.csv",
            "/camunda/app/cockpit/default/", "/camunda/app/tasklist/default/"})
    void a_stranger_is_sent_from_every_page_to_the_sign_in(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/status", "/api/v1/decisions", "/api/v1/orders", "/api/v1/stream", "/api/v1/kill",
            "/camunda/api/engine/engine/default/process-definition"})
    void a_stranger_gets_401_from_the_interface(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    }

    @Test
    void a_program_reads_with_a_password_and_leaves_no_session() throws Exception {
        HttpResponse<String> answer = as("viewer", "GET", "/api/v1/decisions?size=1", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"limitPrice\":\"").contains("\"total\":130");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void one_decision_comes_with_its_whole_document() throws Exception {
        HttpResponse<String> answer = as("viewer", "GET", "/api/v1/decisions/d0000003", "");
        assertThat(answer.body()).contains("\"outcome\":\"DENIED\"").contains("exposure.total");
        assertThat(as("viewer", "GET", "/api/v1/decisions/nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void only_an_approver_answers_and_an_administrator_does_not() throws Exception {
        String path = "/api/v1/approvals/co-ask-2/decline";
        assertThat(as("viewer", "POST", path, "{\"reason\":\"not me\"}").statusCode()).isEqualTo(403);
        assertThat(as("admin", "POST", path, "{\"reason\":\"not me\"}").statusCode()).isEqualTo(403);
        assertThat(as("approver", "POST", path, "{\"reason\":\"no\"}").statusCode()).as("two letters are no reason")
                .isEqualTo(400);
        assertThat(as("approver", "POST", path, "{\"reason\":\"too thin\"}").statusCode()).isEqualTo(200);
        assertThat(as("approver", "POST", path, "{\"reason\":\"too thin\"}").statusCode()).as("too late")
                .isEqualTo(409);
    }

    @Test
    void only_a_risk_officer_has_the_books_compared() throws Exception {
        assertThat(as("viewer", "POST", "/api/v1/reconcile", "").statusCode()).isEqualTo(403);
        assertThat(as("viewer", "POST", "/api/v1/reconcile/cases/case-1", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_viewer_cannot_kill() throws Exception {
        assertThat(as("viewer", "POST", "/api/v1/kill", "{\"reason\":\"not mine\"}").statusCode()).isEqualTo(403);
        assertThat(application.getBean(KillSwitch.class).isOn()).isFalse();
    }

    @Test
    @DisplayName("S2-A1: everybody with a password reads alerts, a trader or risk officer acknowledges them")
    void only_a_trader_or_risk_officer_acknowledges_an_alert() throws Exception {
        AlertDesk alerts = application.getBean(AlertDesk.class);
        alerts.raise(new Cause(AlertCode.SLIPPAGE, Severity.WARNING, "everything", "fills cost more", "risk",
                PreviewRows.NOW_MS));
        HttpResponse<String> list = as("viewer", "GET", "/api/v1/alerts?severity=warning&code=SLIPPAGE", "");
        assertThat(list.body()).contains("\"text\":\"fills cost more\"").contains("\"toDo\":\"Compare");
        assertThat(as("viewer", "GET", "/api/v1/alerts?severity=critical&code=SLIPPAGE", "").body()).isEqualTo("[]");
        assertThat(as("viewer", "GET", "/api/v1/alerts?state=over", "").statusCode()).isEqualTo(400);
        assertThat(as("viewer", "GET", "/api/v1/alerts?code=NOTHING", "").statusCode()).isEqualTo(400);
        assertThat(as("viewer", "GET", "/api/v1/alerts?limit=1001", "").statusCode()).isEqualTo(400);
        String path = "/api/v1/alerts/" + alerts.open().get(0).alertId() + "/acknowledge";
        String looked = "{\"reason\":\"looked at it\"}";
        for (String user : new String[] {"viewer", "approver"}) {
            assertThat(as(user, "POST", path, looked).statusCode()).as(user).isEqualTo(403);
        }
        assertThat(as("admin", "POST", path, "{\"reason\":\"no\"}").statusCode()).as("two letters").isEqualTo(400);
        assertThat(as("admin", "POST", path, looked).body()).contains("\"by\":\"admin\"");
        assertThat(as("admin", "POST", path, looked).statusCode()).as("twice").isEqualTo(409);
        alerts.resolve(AlertCode.SLIPPAGE, "everything", "rules", "its time is over");
        assertThat(as("admin", "POST", path, looked).statusCode()).as("over").isEqualTo(404);
        alerts.write();
        assertThat(as("viewer", "GET", "/api/v1/alerts?state=closed&code=SLIPPAGE", "").body())
                .contains("\"text\":\"its time is over\"");
    }

    @Test
    void only_a_risk_officer_rearms_a_breaker() throws Exception {
        String path = "/api/v1/breakers/drawdown/rearm";
        for (String user : new String[] {"viewer", "approver"}) {
            assertThat(as(user, "POST", path, "{\"reason\":\"looked at it\"}").statusCode()).as(user).isEqualTo(403);
        }
    }

    @Test
    void a_signed_in_page_must_send_its_token() throws Exception {
        signIn("admin", WebPreview.PASSWORD);
        HttpResponse<String> forged = client.send(request("/api/v1/kill").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"forged\"}")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(application.getBean(KillSwitch.class).isOn()).isFalse();
    }

    @Test
    void pages_carry_a_policy_without_inline_script_or_style() throws Exception {
        HttpResponse<String> page = get("/login");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("script-src 'self'").contains("style-src 'self'").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).as("plain HTTP").isEmpty();
        assertThat(page.body()).doesNotContain(" style=").doesNotContain(" onclick=");
    }

    @Test
    void the_sixth_attempt_is_not_looked_at_and_the_page_says_how_long() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn("nobody-here", "wrong").headers().firstValue("Location").orElseThrow())
                    .endsWith("/login?error");
        }
        String location = signIn("nobody-here", "wrong").headers().firstValue("Location").orElseThrow();
        assertThat(location).contains("/login?until=");
        assertThat(get(location.substring(location.indexOf("/login"))).body()).contains("Try again in 15 minutes");
    }

    @Test
    void an_administrator_reads_workflows_in_cockpit_and_cannot_answer_or_hand_out_rights() throws Exception {
        signIn("admin", WebPreview.PASSWORD);
        assertThat(get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(get("/camunda/api/engine/engine/default/process-definition").statusCode()).isEqualTo(200);
        HttpResponse<String> rights = get("/camunda/api/engine/engine/default/authorization");
        assertThat(rights.body()).as("no right to look at rights").isEqualTo("[]");
        assertThat(get("/camunda/api/admin/setup/default/user/create").statusCode()).isEqualTo(403);
    }

    @Test
    void an_approver_reaches_the_tasklist_and_a_viewer_does_not() throws Exception {
        signIn("approver", WebPreview.PASSWORD);
        assertThat(get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        signIn("viewer", WebPreview.PASSWORD);
        assertThat(get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void the_export_keeps_its_filter_and_is_a_table() throws Exception {
        signIn("viewer", WebPreview.PASSWORD);
        String[] lines = get("/audit/decisions.csv?outcome=DENIED").body().split("\r\n");
        assertThat(lines[0]).startsWith("decision_id,decided_at,account");
        assertThat(lines).hasSize(45).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(16));
        assertThat(lines[1]).contains(",DENIED,EXPOSURE_TOTAL_EXCEEDED,");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> as(String user, String method, String path, String body) throws Exception {
        String secret = Base64.getEncoder().encodeToString((user + ":" + WebPreview.PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
        HttpRequest request = request(path).header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String user, String password) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        String form = "username=" + user + "&password=" + password + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return client.send(request("/login").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }
}
