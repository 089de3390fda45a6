package org.portcullis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.signals.ScanPlan;
import org.portcullis.research.signals.SignalReport;
import org.portcullis.research.signals.SignalScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signals}: what strategies would have proposed over history, and what the price did after (B-B9). */
@Command(name = "signals", description = "Show what strategies would have proposed over minute bars, before any desk,"
        + " and what the price did after.")
final class SignalsCommand implements Callable<Integer> {

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
            description = "Limits and parameters to walk by (default: policy.yaml of the rules).")
    private @Nullable Path policy;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the policy (default: the file's own).")
    private @Nullable String profile;

    @Option(names = "--model", paramLabel = "FILE",
            description = "Score with this model, even on trial (default: those of the rules that are accepted).")
    private @Nullable Path model;

    @Option(names = "--horizons", split = ",", paramLabel = "1,5,15,60,240",
            description = "After how many bars proposals are looked at again (default: 1,5,15,60,240).")
    private List<Integer> horizons = ScanPlan.HORIZONS;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that walk bars (default: one a processor).")
    private int threads;

    @Option(names = "--output", paramLabel = "signals.json", description = "Report for programs.")
    private @Nullable Path output;

    @Option(names = "--csv", paramLabel = "signals.csv", description = "A line for each proposal.")
    private @Nullable Path csv;

    @Option(names = "--html", paramLabel = "signals.html", description = "Report for people.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print one JSON document: the report.")
    private boolean json;

    @Override
    public Integer call() {
        SignalReport report = new SignalScan(System.err::println).run(plan());
        if (output != null) {
            report.writeJson(output);
        }
        if (csv != null) {
            report.writeLines(csv);
        }
        if (html != null) {
            report.writePage(html);
        }
        if (json) {
            System.out.println(report.json());
        } else {
            report.lines().forEach(System.out::println);
        }
        return 0;
    }

    private ScanPlan plan() {
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new ScanPlan(new BacktestPlan(bars, symbols, SpanOption.moment(from, "--from", Long.MIN_VALUE),
                SpanOption.moment(to, "--to", Long.MAX_VALUE), strategies, rules, policy, profile, model, 0,
                Money.of("1"), true, Math.min(count, THREADS_MAX), null), horizons);
    }
}
