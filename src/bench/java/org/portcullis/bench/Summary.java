package org.portcullis.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.adapter.rules.RuleGates;

/** The results as a small table, with the rates and ratios that are quoted; these are of processor time. */
final class Summary {

    private static final String ROW = "%-42s %14s %5s %-6s %12s %10s%n";
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Double> cpuNanos = new LinkedHashMap<>();
    private final Collection<RunResult> results;

    Summary(Collection<RunResult> results) {
        this.results = results;
    }

    /** @param loadBefore load averages around the run: above the number of cores the figures are of a busy machine */
    String text(double loadBefore, double loadAfter) {
        line("Java %s, %d processors, load average %.2f before and %.2f after", System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(), loadBefore, loadAfter);
        text.append(String.format(Locale.ROOT, ROW, "benchmark", "result", "+/-", "unit", "cpu ns/op", "bytes/op"));
        results.forEach(this::row);
        judging();
        brain();
        ratio("fixed point over bare long", "FixedPoint.multiplyDivide", "FixedPoint.bareLong");
        ratio("BigDecimal over fixed point", "FixedPoint.bigDecimal", "FixedPoint.multiplyDivide");
        return text.toString();
    }

    private void row(RunResult run) {
        String name = run.getParams().getBenchmark().replace("org.portcullis.bench.", "").replace("Benchmark", "");
        Result<?> primary = run.getPrimaryResult();
        Mode mode = run.getParams().getMode();
        if (mode == Mode.SampleTime) {
            Statistics samples = primary.getStatistics();
            for (double percentile : new double[] {50, 99, 99.9}) {
                String label = String.format(Locale.ROOT, "%s p%s", name, percentile == 99.9 ? "99.9"
                        : (int) percentile);
                result(label, samples.getPercentile(percentile), Double.NaN, primary.getScoreUnit(), run);
            }
            return;
        }
        boolean rate = mode == Mode.Throughput;
        result(name, primary.getScore() * (rate ? MICROS_PER_SECOND : 1),
                100 * primary.getScoreError() / primary.getScore(), rate ? "/s" : primary.getScoreUnit(), run);
        cpuNanos.put(name, run.getSecondaryResults().get(CpuTime.LABEL).getScore());
    }

    private void result(String name, double score, double errorPct, String unit, RunResult run) {
        text.append(String.format(Locale.ROOT, ROW, name, String.format(Locale.ROOT, "%,.1f", score),
                Double.isNaN(errorPct) ? "" : String.format(Locale.ROOT, "%.0f%%", errorPct), unit,
                secondary(run, CpuTime.LABEL, "%,.1f"), secondary(run, "gc.alloc.rate.norm", "%,.0f")));
    }

    private static String secondary(RunResult run, String label, String format) {
        Result<?> result = run.getSecondaryResults().get(label);
        return result == null ? "" : String.format(Locale.ROOT, format, result.getScore());
    }

    private void judging() {
        int checks = checksPerVerdict();
        rate("judging: verdicts of " + checks + " checks", "Judging.desk", 1);
        rate("judging: checks", "Judging.desk", checks);
    }

    private void brain() {
        rate("brain: bars", "Brain.brain", 1);
        ratio("brain: rules over rules in Java", "Brain.brain", "Brain.brainWithRulesInJava");
        ratio("brain: rules over the bare loop", "Brain.brain", "Brain.bareLoop");
    }

    private void rate(String what, String name, int each) {
        Double nanos = cpuNanos.get(name);
        if (nanos != null) {
            line("%s: %,.0f per second of processor time", what, each * NANOS_PER_SECOND / nanos);
        }
    }

    private void ratio(String what, String one, String other) {
        Double over = cpuNanos.get(one);
        Double under = cpuNanos.get(other);
        if (over != null && under != null) {
            line("%s: %.1f x", what, over / under);
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    /** Counted, not written down: the number of checks is the rules' affair. */
    private static int checksPerVerdict() {
        try (RuleLibrary library = Shipped.rules()) {
            RiskDesk desk = TradingDay.desk(Shipped.policy(), new RuleGates(() -> library.base("risk")));
            return desk.judge(TradingDay.proposals()[0], TradingDay.ACCOUNT, TradingDay.AT_MS).decision().checks()
                    .size();
        }
    }
}
