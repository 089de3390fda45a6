package org.portcullis.operations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.settings.SettingsInForce;
import org.portcullis.engine.store.FolderLock;
import org.portcullis.engine.time.ClockDrift;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.operations.StartReport.Line;
import org.portcullis.operations.StartReport.Mark;
import org.portcullis.risk.KillState;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.LiveGate;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.ReconcileView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in one block what was looked at before work begins (S2-G3, SX-04); whoever refuses, refuses elsewhere. */
@Component
class StartChecks {

    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);

    private final Path home;
    private final ModeView mode;
    private final List<LiveGate> gates;
    private final PolicyBook policies;
    private final SettingsInForce settings;
    private final RuleLibrary rules;
    private final TimeOracle time;
    private final KillSwitch kill;
    private final ReconcileView books;

    StartChecks(@Value("${portcullis.home}") Path home, ModeView mode, List<LiveGate> gates, PolicyBook policies,
            SettingsInForce settings, RuleLibrary rules, TimeOracle time, KillSwitch kill, ReconcileView books) {
        this.home = home;
        this.mode = mode;
        this.gates = gates;
        this.policies = policies;
        this.settings = settings;
        this.rules = rules;
        this.time = time;
        this.kill = kill;
        this.books = books;
    }

    /** After the books were compared, before LIVE is refused or routes bring work. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(65)
    void ready() {
        StartReport report = report();
        if (report.warns()) {
            LOG.warn("{}", report.text());
        } else {
            LOG.info("{}", report.text());
        }
    }

    StartReport report() {
        Policy policy = policies.current();
        List<Path> locks = FolderLock.heldBelow(home);
        boolean clean = books.books().clean();
        return new StartReport(List.of(modeLine(),
                new Line(Mark.OK, "configuration", "limits " + policy.hash() + " (profile " + policy.profile()
                        + "), technical " + settings.hash() + ", rules " + rules.version() + "; "
                        + (policy.parameters().size() + settings.values().size()) + " values are within bounds"),
                new Line(locks.isEmpty() ? Mark.WARN : Mark.OK, "lock", locks.isEmpty()
                        ? "no folder below " + home + " is locked" : "held by this process alone: "
                        + locks.stream().map(Path::toString).collect(Collectors.joining(", "))),
                clockLine(time.drift(), policy.duration("risk.live.clock-off-warn")), killLine(),
                new Line(clean ? Mark.OK : Mark.WARN, "books", clean ? "agree with the venue's"
                        : "are not known to agree with the venue's; " + books.books().openCases() + " cases are open"),
                liveLine()));
    }

    private Line modeLine() {
        boolean real = mode.mode() == Mode.LIVE && !mode.readOnly();
        return new Line(real ? Mark.WARN : Mark.OK, "mode", mode.mode() + (real ? ": orders reach a real venue"
                : mode.mode() == Mode.DRY_RUN ? ": everything is decided, nothing is sent; real venues are read-only"
                        : ": fills are simulated; real venues are read-only"));
    }

    static Line clockLine(ClockDrift drift, Duration warn) {
        if (!drift.synced()) {
            return new Line(Mark.NOTE, "clock",
                    "no time server has answered; the operating system's clock is believed");
        }
        boolean far = drift.offMs() >= warn.toMillis();
        return new Line(far ? Mark.WARN : Mark.OK, "clock", "off by " + drift.offMs() + " ms at most, by "
                + drift.server() + (far ? "; " + warn.toMillis() + " ms is too much" : ""));
    }

    private Line killLine() {
        return kill.state() instanceof KillState.On on
                ? new Line(Mark.WARN, "kill switch", "on since " + on.by() + " threw it: " + on.reason())
                : new Line(Mark.OK, "kill switch", "off and watched: a file KILL_SWITCH in " + home
                        + " stops trading");
    }

    private Line liveLine() {
        List<String> unmet = gates.stream().flatMap(gate -> gate.unmet().stream()).toList();
        String keys = mode.mode() == Mode.LIVE ? "" : "no key is used, so none is due for rotation; ";
        return new Line(Mark.NOTE, "live", keys + (unmet.isEmpty() ? "nothing is missing"
                : "missing: " + String.join("; ", unmet)));
    }
}
