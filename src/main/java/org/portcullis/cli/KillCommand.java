package org.portcullis.cli;

import org.portcullis.engine.route.Json;
import java.time.InstantSource;
import org.portcullis.engine.time.WallTime;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.KillState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kill}: works on the file alone, whatever else is down (S2-K2). */
@Command(name = "kill", description = "Stop trading: new orders stop, open orders are cancelled.")
final class KillCommand implements java.util.concurrent.Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--reason", required = true, description = "Why, in words.")
    private String reason = "";

    @Option(names = "--by", defaultValue = "${sys:user.name}", description = "Who (default: ${DEFAULT-VALUE}).")
    private String by = "";

    @Override
    public Integer call() {
        InstantSource time = new WallTime();
        KillState.On now = KillSwitch.inHome(home.home(), Json.shared(), time).throwSwitch(by, reason);
        System.out.println("The kill switch is on since " + now.at() + ", thrown by " + now.by() + ": " + now.reason());
        return 0;
    }
}
