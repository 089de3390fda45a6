package org.portcullis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.Money;
import org.portcullis.research.Backtest;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.report.BacktestReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backtest}: history through the rooms and rules that trade (S2-BT4, B-B1, S2-REQ-BT1). */
@Command(name = "backtest", description = "Run strategies, risk rules and a simulated venue over minute bars, and"
        + " report what came of it.")
final class BacktestCommand implements Callable<Integer> {

    private static final int THREADS_MAX = 64;

    @Option(names = "--data", required = true, paramLabel = "PATH", description = "File or folder of minute bars.")
    private Path bars = Path.of("bars");

    @Option(names = "--symbols", split = ",", paramLabel = "A,B", description = "Walk these alone.")
    private List<String> symbols = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Bars before it only warm up; a day, or a moment such"
            + " as 2026-01-05T00:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Bars from it on are not walked.")
    private @Nullable String to;

    @Option(names = "--strategies", split = ",", paramLabel = "a,b",
            description = "Ask these alone (default: those that strategies.yaml enables).")
    private List<String> strategies = List.of();

    @Option(names = "--rules", defaultValue = "rules", paramLabel = "DIR",
            description = "Rules, limits, instruments and strategies (default: ${DEFAULT-VALUE}).")
    private Path rules = Path.of("rules");

    @Option(names = "--policy", paramLabel = "FILE",
            description = "Limits to judge by (default: policy.yaml of the rules).")
    private @Nullable Path policy;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the policy (default: the file's own).")
    private @Nullable String profile;

    @Option(names = "--model", paramLabel = "FILE",
            description = "Score with this model, even on trial (default: those of the rules that are accepted).")
    private @Nullable Path model;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N",
            description = "Decides every draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--cash", defaultValue = "10000", paramLabel = "N",
            description = "What the account begins with (default: ${DEFAULT-VALUE}).")
    private String cash = "10000";

    @Option(names = "--approvals", defaultValue = "granted", paramLabel = "granted|nobody",
            description = "What becomes of orders about which a person is asked (default: ${DEFAULT-VALUE}).")
    private String approvals = "granted";

    @Option(names = "--threads", paramLabel = "N", description = "Threads that walk bars (default: one a processor).")
    private int threads;

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
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new BacktestPlan(bars, symbols, SpanOption.moment(from, "--from", Long.MIN_VALUE),
                SpanOption.moment(to, "--to", Long.MAX_VALUE), strategies, rules, policy, profile, model, seed, money(),
                approvals.equals("granted"), Math.min(count, THREADS_MAX), decisions);
    }

    private Money money() {
        try {
            return Money.of(cash);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("--cash is a decimal number such as 10000, not " + cash, unreadable);
        }
    }
}
