package org.portcullis.cli;

import org.portcullis.engine.route.Json;
import org.portcullis.engine.time.WallTime;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.Rearming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rearm}: lets trading go on; needs another person than the one who stopped it. */
@Command(name = "rearm", description = "Let trading go on after a kill; needs a second person.")
final class RearmCommand implements java.util.concurrent.Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--reason", required = true, description = "Why, in words.")
    private String reason = "";

    @Option(names = "--by", defaultValue = "${sys:user.name}", description = "Who (default: ${DEFAULT-VALUE}).")
    private String by = "";

    @Override
    public Integer call() {
        Rearming outcome = KillSwitch.inHome(home.home(), Json.shared(), new WallTime()).rearm(by, reason);
        if (outcome instanceof Rearming.SecondPersonNeeded needed) {
            System.err.println("portcullis: " + needed.thrownBy()
                    + " threw the switch; another person has to re-arm it (--by)");
            return CommandLineTool.FAILED;
        }
        System.out.println(outcome instanceof Rearming.NotOn ? "The kill switch was not on." : "Trading goes on.");
        return 0;
    }
}
