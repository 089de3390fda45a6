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

/** The results as a small table, with the rates and ratios that are quoted. */
final class Summary {

    private static final String ROW = "%-42s %14s %5s %-6s %10s%n";
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Double> times = new LinkedHashMap<>();
    private final Collection<RunResult> results;

    Summary(Collection<RunResult> results) {
        this.results = results;
    }

    /** @param loadBefore load averages around the run: above the number of cores the figures are of a busy machine */
    String text(double loadBefore, double loadAfter) {
        line("Java %s, %d processors, load average %.2f before and %.2f after", System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(), loadBefore, loadAfter);
        text.append(String.format(Locale.ROOT, ROW, "benchmark", "result", "+/-", "unit", "bytes/op"));
        results.forEach(this::row);
        judging();
        brain();
        ratio("journal: sync each 1 over the disk alone", "Journal.syncEach1", "Journal.diskEach1");
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
                String label = String.format(Locale.ROOT, "%s p%s", name, percentile == 99.9 ? "99.9" : (int) percentile);
                result(label, samples.getPercentile(percentile), Double.NaN, primary.getScoreUnit(), run);
            }
            return;
        }
        boolean rate = mode == Mode.Throughput;
        result(name, primary.getScore() * (rate ? MICROS_PER_SECOND : 1),
                100 * primary.getScoreError() / primary.getScore(), rate ? "/s" : primary.getScoreUnit(), run);
        times.put(name, rate ? 1 / primary.getScore() : primary.getScore());
    }

    private void result(String name, double score, double errorPct, String unit, RunResult run) {
        Result<?> bytes = run.getSecondaryResults().get("gc.alloc.rate.norm");
        text.append(String.format(Locale.ROOT, ROW, name, String.format(Locale.ROOT, "%,.1f", score),
                Double.isNaN(errorPct) ? "" : String.format(Locale.ROOT, "%.0f%%", errorPct), unit,
                bytes == null ? "" : String.format(Locale.ROOT, "%,.0f", bytes.getScore())));
    }

    private void judging() {
        Double micros = times.get("Judging.desk");
        if (micros != null) {
            int checks = checksPerVerdict();
            line("judging: %,.0f verdicts/s of %d checks = %,.0f checks/s on one core", MICROS_PER_SECOND / micros, checks,
                    checks * MICROS_PER_SECOND / micros);
        }
        ratio("judging: desk over desk with the rules in Java", "Judging.desk", "Judging.deskWithRulesInJava");
        ratio("judging: desk over bare comparisons", "Judging.desk", "Judging.bareComparisons");
    }

    private void brain() {
        Double nanos = times.get("Brain.brain");
        if (nanos != null) {
            line("brain: %,.0f bars/s on one core", NANOS_PER_SECOND / nanos);
        }
        ratio("brain: rules over rules in Java", "Brain.brain", "Brain.brainWithRulesInJava");
        ratio("brain: rules over the bare loop", "Brain.brain", "Brain.bareLoop");
    }

    private void ratio(String what, String one, String other) {
        Double over = times.get(one);
        Double under = times.get(other);
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
            return desk.judge(TradingDay.proposals()[0], TradingDay.ACCOUNT, TradingDay.AT_MS).decision().checks().size();
        }
    }
}
