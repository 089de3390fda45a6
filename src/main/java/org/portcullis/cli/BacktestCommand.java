package org.portcullis.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.Money;
import org.portcullis.research.Backtest;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.report.BacktestReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backtest}: history through the rooms and rules that trade (S2-BT4, B-B1, S2-REQ-BT1). */
@Command(name = "backtest", description = "Run strategies, risk rules and a simulated venue over minute bars, and"
        + " report what came of it.")
final class BacktestCommand implements Callable<Integer> {

    @Mixin
    private HistoryOptions history = new HistoryOptions();

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N",
            description = "Decides every draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--cash", defaultValue = "10000", paramLabel = "N",
            description = "What the account begins with (default: ${DEFAULT-VALUE}).")
    private String cash = "10000";

    @Option(names = "--approvals", defaultValue = "granted", paramLabel = "granted|nobody",
            description = "What becomes of orders about which a person is asked (default: ${DEFAULT-VALUE}).")
    private String approvals = "granted";

    @Option(names = "--decisions", paramLabel = "FILE",
            description = "Write every decision as a line of JSON, denied ones too.")
    private @Nullable Path decisions;

    @Option(names = "--output", required = true, paramLabel = "report.json", description = "Report for programs.")
    private Path output = Path.of("report.json");

    @Option(names = "--html", paramLabel = "report.html", description = "Report for people.")
    private @Nullable Path html;

    @Override
    public Integer call() {
        BacktestResult result = new Backtest(System.err::println).run(plan());
        new BacktestReports(new WallTime()).write(result, output, html).forEach(System.out::println);
        return 0;
    }

    private BacktestPlan plan() {
        if (!approvals.equals("granted") && !approvals.equals("nobody")) {
            throw new IllegalArgumentException("--approvals is granted or nobody, not " + approvals);
        }
        return history.plan(seed, money(), approvals.equals("granted"), decisions);
    }

    private Money money() {
        try {
            return Money.of(cash);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("--cash is a decimal number such as 10000, not " + cash, unreadable);
        }
    }
}
