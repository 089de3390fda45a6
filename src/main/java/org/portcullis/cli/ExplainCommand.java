package org.portcullis.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.Explanation;
import org.portcullis.risk.NearestChange;
import org.portcullis.risk.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain DECISION-ID}: why the desk said what it said. */
@Command(name = "explain", description = "Explain a decision: facts, every check with actual and limit,"
        + " rules that fired, versions, and the nearest change that would have let it pass.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "DECISION-ID", description = "As shown on the page and in the audit trail.")
    private String decisionId = "";

    @Option(names = "--rules", paramLabel = "DIR", defaultValue = "rules",
            description = "Folder of the rules that try the nearest change (default: ${DEFAULT-VALUE}).")
    private Path rules = Path.of("rules");

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        try (StoreVisit visit = StoreVisit.to(home.home())) {
            Verdict verdict = DecisionBook.in(visit).find(decisionId)
                    .orElseThrow(() -> new IllegalArgumentException("there is no decision " + decisionId
                            + " in " + home.home() + "; ids are listed on /audit"));
            Explanation explanation = new Explanation(verdict);
            Optional<NearestChange> nearest = Files.isDirectory(rules.resolve("risk")) ? explanation.proof(rules)
                    : Optional.empty();
            System.out.println(json ? document(verdict, nearest)
                    : nearest.map(explanation::text).orElseGet(explanation::text));
            return 0;
        }
    }

    private static String document(Verdict verdict, Optional<NearestChange> nearest) {
        ObjectNode document = Json.shared().valueToTree(verdict);
        document.set("nearestChange", Json.shared().valueToTree(nearest.orElse(null)));
        return Json.write(document);
    }
}
