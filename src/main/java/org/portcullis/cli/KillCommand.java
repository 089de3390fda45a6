package org.portcullis.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.time.WallTime;
import org.portcullis.risk.KillState;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.StopRequest;
import org.portcullis.risk.breaker.StopRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kill}: works on files alone, whatever else is down (S2-K2); of everything or of one scope (B-R13). */
@Command(name = "kill", description = "Stop trading: new orders stop, open orders are cancelled.")
final class KillCommand implements java.util.concurrent.Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--reason", required = true, description = "Why, in words.")
    private String reason = "";

    @Option(names = "--by", defaultValue = "${sys:user.name}", description = "Who (default: ${DEFAULT-VALUE}).")
    private String by = "";

    @Option(names = "--scope", description = "Only venue:NAME, strategy:NAME or symbol:NAME: its working entries are "
            + "cancelled, nothing new is opened, exits pass; a second person lets it go.")
    private String scope = "";

    @Option(names = "--flatten", description = "With --scope: what is held there is closed as well.")
    private boolean flatten;

    @Override
    public Integer call() {
        InstantSource time = new WallTime();
        if (!scope.isEmpty()) {
            return stop(time);
        }
        if (flatten) {
            System.err.println("--flatten goes with --scope; the kill switch closes nothing by itself.");
            return 2;
        }
        KillState.On now = KillSwitch.inHome(home.home(), Json.shared(), time).throwSwitch(by, reason);
        System.out.println("The kill switch is on since " + now.at() + ", thrown by " + now.by() + ": " + now.reason());
        return 0;
    }

    private int stop(InstantSource time) {
        try {
            String[] parts = scope.split(":", 2);
            Scope.Kind kind = Scope.Kind.valueOf(parts[0].strip().toUpperCase(Locale.ROOT));
            Scope named = new Scope(kind, parts.length < 2 ? "" : parts[1].strip());
            Path file = StopRequests.inHome(home.home()).ask(new StopRequest(named,
                    flatten ? Rung.FLATTEN : Rung.REDUCE_ONLY, by, reason, time.instant()));
            System.out.println("Asked to stop " + named + ": " + reason + ". A running application takes it within a "
                    + "moment, else the next start does (" + file + ").");
            return 0;
        } catch (IllegalArgumentException unknown) {
            System.err.println("Say venue:NAME, strategy:NAME or symbol:NAME, and why: " + unknown.getMessage() + ".");
            return 2;
        }
    }
}
