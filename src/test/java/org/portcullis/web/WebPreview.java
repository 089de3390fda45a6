package org.portcullis.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.store.StoreAddress;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.WallTime;
import org.portcullis.governance.Passwords;
import org.portcullis.governance.Role;
import org.portcullis.governance.User;
import org.portcullis.governance.UserStore;
import org.portcullis.journal.AuditChains;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.journal.AuditVerification;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarMemory;
import org.portcullis.market.BarsSeen;
import org.portcullis.operations.adapter.store.JdbcAlerts;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.AlertLimits;
import org.portcullis.order.OrderChanged;
import org.portcullis.order.OrderState;
import org.portcullis.order.adapter.store.ShadowStore;
import org.portcullis.order.shadow.TwinBook;
import org.portcullis.risk.ChangeProofs;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.KillFile;
import org.portcullis.risk.breaker.Breakers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The pages over seeded rows, without a market, a broker or a desk: {@code main} serves them on port 18081 for
 * looking at
 * ({@code admin}, {@code approver} and {@code viewer}, password {@code preview-password}), tests start it on a free
 * port.
 */
@Profile("preview")
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = {"org.portcullis.web", "org.portcullis.governance", "org.portcullis.engine.time",
        "org.portcullis.engine.policy", "org.portcullis.engine.settings", "org.portcullis.engine.rules"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = {".*Test.*", ".*ApprovalDoor"}))
class WebPreview {

    static final String PASSWORD = "preview-password";

    /** Starts the preview; {@code port} 0 takes a free one. */
    static ConfigurableApplicationContext start(int port, Path home) {
        return start(new SpringApplication(WebPreview.class), port, home);
    }

    /** Starts the preview as part of a larger application. */
    static ConfigurableApplicationContext start(SpringApplication application, int port, Path home, String... more) {
        application.setAdditionalProfiles("preview");
        String[] settings = {"--server.port=" + port, "--management.server.port=-1", "--portcullis.home=" + home,
                "--spring.main.allow-bean-definition-overriding=true",
                "--portcullis.web.feed-silent-after=8s", "--spring.jmx.enabled=false", "--logging.level.root=warn",
                "--management.health.jms.enabled=false", "--camunda.bpm.job-execution.enabled=false",
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration,"
                        + "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration,"
                        + "org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration,"
                        + "org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration"};
        return application.run(Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new));
    }

    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = start(18081, Path.of("target/preview"));
        PreviewFeed feed = context.getBean(PreviewFeed.class);
        Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate(feed::next, 2, 2, TimeUnit.SECONDS);
    }

    @Bean(destroyMethod = "close")
    TestDatabase testDatabase() {
        return TestDatabase.fresh();
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(TestDatabase database) {
        return database.dataSource();
    }

    @Bean
    StoreAddress storeAddress(TestDatabase database) {
        return database.address();
    }

    @Bean
    AccountId account() {
        return new AccountId("paper-main");
    }

    @Bean
    TermsView termsView() {
        return instrument -> Optional.empty();
    }

    @Bean
    BarMemory barMemory() {
        return (instrument, beforeMs, limit) -> List.of();
    }

    @Bean
    Breakers breakers(JdbcClient jdbc, PolicyBook policies, ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        return new Breakers(new BreakerStore(jdbc), facts -> List.of(), policies, events,
                new TransactionTemplate(transactions));
    }

    @Bean
    ModeView modeView() {
        return () -> Mode.PAPER;
    }

    @Bean
    KillSwitch killSwitch(@Value("${portcullis.home}") Path home, WallTime wall) {
        home.toFile().mkdirs();
        return new KillSwitch(new KillFile(home, Json.shared()), wall);
    }

    @Bean
    TwinBook twinBook(JdbcClient jdbc) {
        return new ShadowStore(jdbc);
    }

    /** The seeded decisions keep no typed facts. */
    @Bean
    ChangeProofs changeProofs() {
        return decisionId -> Optional.empty();
    }

    @Bean
    AuditChains auditChains() {
        return () -> new AuditVerification.Sound(1_204, 2, 3);
    }

    /** In the place of the order room's door: answers change the seeded rows. */
    @Bean
    PersonAnswers personAnswers(JdbcClient jdbc, ApplicationEventPublisher events) {
        return (order, by, roles, approve, reason) -> {
            int changed = jdbc.sql("""
                    UPDATE orders.orders SET approved_by = CASE WHEN :approve THEN :by END, reason = :reason,
                        state = CASE WHEN :approve THEN 'OPEN' ELSE 'CANCELED' END,
                        ended_at = CASE WHEN :approve THEN NULL ELSE updated_at END
                    WHERE client_order_id = :id AND state = 'NEW'""").param("approve", approve).param("by", by)
                    .param("reason", reason).param("id", order.value()).update();
            events.publishEvent(new OrderChanged(new ClientOrderId(order.value()), OrderState.OPEN));
            return changed == 1 ? new PersonAnswers.Outcome.Taken()
                    : new PersonAnswers.Outcome.Refused("The order does not wait any more.");
        };
    }

    @Bean
    AlertDesk alertDesk(JdbcClient jdbc, PlatformTransactionManager transactions, PolicyBook policies, WallTime wall) {
        return new AlertDesk(new JdbcAlerts(jdbc, entry -> new AuditReceipt(entry.writer(), 1, ""),
                new TransactionTemplate(transactions), policies), () -> AlertLimits.from(policies.current()), wall);
    }

    @Bean
    PreviewFeed previewFeed(JdbcClient jdbc, ApplicationEventPublisher events, EventClock market, LiveBars bars,
            UserStore users, Passwords passwords) {
        new PreviewRows(jdbc).seed();
        String hash = passwords.hash(PASSWORD);
        users.addFirst(List.of(
                new User("admin", hash, true, Set.of(Role.VIEWER, Role.TRADER, Role.RISK_OFFICER, Role.ADMIN)),
                new User("approver", hash, true, Set.of(Role.VIEWER, Role.APPROVER)),
                new User("viewer", hash, true, Set.of(Role.VIEWER))));
        List<Bar> btc = PreviewRows.bars(PreviewRows.BTC, 95_100_00000000L, 7, 500);
        List<Bar> eth = PreviewRows.bars(PreviewRows.ETH, 3_690_00000000L, 8, 500);
        bars.seen(btc);
        bars.seen(eth);
        market.reached(PreviewRows.NOW_MS);
        return new PreviewFeed(events, market, btc.get(btc.size() - 1), eth.get(eth.size() - 1));
    }
}
