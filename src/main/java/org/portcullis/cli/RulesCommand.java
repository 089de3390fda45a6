package org.portcullis.cli;

import java.nio.file.Path;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.RulesCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules check} and {@code rules test}. */
@Command(name = "rules", description = "Check and test a folder of rules.")
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
