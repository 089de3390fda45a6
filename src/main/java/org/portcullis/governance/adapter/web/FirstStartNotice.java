package org.portcullis.governance.adapter.web;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portcullis.governance.domain.FirstUsers;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * Says where the page is and, on the very first start, how to sign in. The passwords go to the console only, never
 * to a log.
 */
public final class FirstStartNotice {

    private static final String RULE = "=".repeat(78);

    private final FirstUsers firstUsers;
    private final Environment environment;
    private final PrintStream console;

    FirstStartNotice(FirstUsers firstUsers, Environment environment, PrintStream console) {
        this.firstUsers = firstUsers;
        this.environment = environment;
        this.console = console;
    }

    /**
     * Runs once everything is up.
     *
     * @throws IllegalArgumentException when the given administrator password cannot be used
     */
    @EventListener(ApplicationReadyEvent.class)
    public void ready() {
        String given = environment.getProperty("PORTCULLIS_ADMIN_PASSWORD");
        String address = address();
        firstUsers.create(given == null || given.isEmpty() ? null : given).ifPresentOrElse(
                handover -> console.println(block(address, handover)),
                () -> console.println("Portcullis is up: " + address));
    }

    private String block(String address, FirstUsers.Handover handover) {
        return String.join(System.lineSeparator(), "", RULE,
                "  Portcullis is up:  " + address,
                "  First start. Two users were created; their passwords are shown only now.",
                line("admin", handover.admin(), "looks after everything, cannot approve trades"),
                line("approver", handover.approver(), "answers orders that wait for a person"),
                RULE, "");
    }

    private static String line(String user, @Nullable String password, String purpose) {
        String shown = password == null ? "(PORTCULLIS_ADMIN_PASSWORD)" : password;
        return String.format(Locale.ROOT, "    %-9s %-28s %s", user, shown, purpose);
    }

    private String address() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String path = environment.getProperty("server.servlet.context-path", "");
        boolean secure = environment.containsProperty("server.ssl.key-store");
        return (secure ? "https" : "http") + "://localhost:" + port + path + "/";
    }
}
