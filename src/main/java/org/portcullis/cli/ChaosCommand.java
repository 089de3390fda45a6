package org.portcullis.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.operations.Finding;
import org.portcullis.operations.KillRehearsal;
import org.portcullis.operations.RehearsalCheck;
import org.portcullis.operations.RehearsalOutcome;
import org.portcullis.operations.RehearsalPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chaos kill9} and {@code chaos check}. */
@Command(name = "chaos", description = "Break the running system on purpose and prove that nothing was lost.")
final class ChaosCommand implements Runnable {

    @Command(name = "kill9", description = "Kill a replay with SIGKILL at random moments, restart it, and check what it"
            + " left with an independent checker.")
    int kill9(
            @Option(names = "--times", defaultValue = "20", paramLabel = "N",
                    description = "Kills (default: ${DEFAULT-VALUE}).") int times,
            @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
                    description = "Decides bars and moments (default: ${DEFAULT-VALUE}).") long seed,
            @Option(names = "--minutes", defaultValue = "1500", paramLabel = "M",
                    description = "Length of the generated market (default: ${DEFAULT-VALUE}).") int minutes,
            @Option(names = "--speed", defaultValue = "3000", paramLabel = "N",
                    description = "Times faster than life (default: ${DEFAULT-VALUE}).") int speed,
            @Option(names = "--work", paramLabel = "FOLDER",
                    description = "Where to work (default: target/chaos/SEED).") @Nullable Path work,
            @Option(names = "--setting", paramLabel = "KEY=VALUE",
                    description = "A setting of the application; may be repeated.") @Nullable List<String> settings,
            @Option(names = "--keep", description = "Keep the work folder also when all is well.") boolean keep) {
        Path folder = (work == null ? Path.of("target", "chaos", Long.toString(seed)) : work).toAbsolutePath()
                .normalize();
        RehearsalPlan plan = new RehearsalPlan(times, seed, minutes, speed, folder,
                settings == null ? List.of() : settings);
        RehearsalOutcome outcome = new KillRehearsal(plan, System.out::println).run();
        outcome.findings().forEach(finding -> System.out.println(finding.line()));
        System.out.println(outcome.line());
        if (outcome.ok() && !keep) {
            KillRehearsal.remove(folder);
        } else {
            System.out.println("everything it left stands in " + folder);
        }
        return outcome.ok() ? 0 : CommandLineTool.FAILED;
    }

    @Command(name = "check", description = "Run the independent checker alone, over a home whose replay has ended.")
    int check(@Mixin HomeOption home,
            @Option(names = "--bars", required = true, paramLabel = "FOLDER",
                    description = "The SYMBOL-1m.csv files that were replayed.") Path bars) {
        List<Finding> findings = new RehearsalCheck(home.home(), bars).everything();
        findings.forEach(finding -> System.out.println(finding.line()));
        return findings.stream().allMatch(Finding::ok) ? 0 : CommandLineTool.FAILED;
    }

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }
}
