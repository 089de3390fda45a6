package org.portcullis.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.RulesCheck;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.RuleImpact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules check}, {@code rules test} and {@code rules impact}. */
@Command(name = "rules", description = "Check and test a folder of rules, and see what it would have decided.")
final class RulesCommand implements Runnable {

    private static final RuleSandbox SANDBOX = RuleSandbox.allowing("org.portcullis.");

    @Command(name = "check", description = "Compile, sandbox and lint every rule file.")
    int check(@Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = "rules") Path folder,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        return print(RulesCheck.check(folder, SANDBOX), json);
    }

    @Command(name = "test", description = "Run the *.cases.csv scenarios beside the rules.")
    int test(@Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = "rules") Path folder,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        return print(RulesCheck.test(folder, SANDBOX), json);
    }

    @Command(name = "impact", description = "Judge recorded decisions again by another folder of rules: which orders"
            + " would be added, removed or changed.", exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:no verdict differs", "1:some differ", "2:could not run"})
    int impact(@Mixin HomeOption home,
            @Option(names = "--rules", paramLabel = "DIR", required = true, description = "Folder of the edited rules.")
            Path folder,
            @Option(names = "--since", paramLabel = "T", defaultValue = "1970-01-01T00:00:00Z",
                    description = "Only decisions at this event time or later (default: all).") Instant since,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (StoreVisit visit = StoreVisit.to(home.home())) {
            RuleImpact impact = RuleImpact.of(DecisionBook.in(visit), since, folder);
            if (json) {
                System.out.println(Json.write(impact));
            } else {
                impact.lines().forEach(System.out::println);
            }
            return impact.differences().isEmpty() ? 0 : CommandLineTool.FAILED;
        }
    }

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    private static int print(RulesCheck result, boolean json) {
        if (json) {
            System.out.println(Json.write(result));
        } else {
            result.lines().forEach(System.out::println);
        }
        return result.exitCode();
    }
}
