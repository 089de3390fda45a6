package org.portcullis.cli;

import java.util.concurrent.Callable;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.Explanation;
import org.portcullis.risk.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain DECISION-ID}: why the desk said what it said. */
@Command(name = "explain", description = "Explain a decision: facts, every check with actual and limit,"
        + " rules that fired, versions.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "DECISION-ID", description = "As shown on the page and in the audit trail.")
    private String decisionId = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        try (StoreVisit visit = StoreVisit.to(home.home())) {
            Verdict verdict = DecisionBook.in(visit).find(decisionId)
                    .orElseThrow(() -> new IllegalArgumentException("there is no decision " + decisionId
                            + " in " + home.home() + "; ids are listed on /audit"));
            System.out.println(json ? Json.write(verdict) : new Explanation(verdict).text());
            return 0;
        }
    }
}
