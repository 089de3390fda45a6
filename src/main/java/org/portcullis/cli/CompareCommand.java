package org.portcullis.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.Percent;
import org.portcullis.research.ReportComparison;
import org.portcullis.research.report.BacktestReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: the regression gate over reports of backtests (S2-REQ-BT3, B-B7). */
@Command(name = "compare", description = {"Compare a backtest's report with a baseline: total_trades, win_rate,"
        + " total_pnl_pct, max_drawdown_pct, profit_factor.", "A figure may be off by the tolerance times the baseline,"
        + " up or down; from a baseline of zero, or without a number, nothing may differ."},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:every figure is within the tolerance",
            "1:some are not",
            "2:could not run: a file is missing or no report, or the runs are of other data or terms"})
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BASELINE.json", description = "Report of the run that is right.")
    private Path baseline = Path.of("baseline.json");

    @Parameters(index = "1", paramLabel = "REPORT.json", description = "Report of the run in question.")
    private Path report = Path.of("report.json");

    @Option(names = "--tolerance", defaultValue = "2%", paramLabel = "PERCENT",
            description = "How far a figure may be off (default: ${DEFAULT-VALUE}).")
    private String tolerance = "2%";

    @Option(names = "--any-data", description = "Compare although the runs are of other data or terms.")
    private boolean anyData;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        ReportComparison comparison = BacktestReports.compare(baseline, report, percent(), anyData);
        if (json) {
            System.out.println(Json.write(comparison));
        } else {
            print(comparison);
        }
        return comparison.passed() ? 0 : CommandLineTool.FAILED;
    }

    private Percent percent() {
        String number = tolerance.strip();
        try {
            return Percent.of(number.endsWith("%") ? number.substring(0, number.length() - 1) : number);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("--tolerance is a percentage such as 2%, not " + tolerance, none);
        }
    }

    private void print(ReportComparison comparison) {
        String limit = comparison.tolerance().toPlainString() + " %";
        say("%-18s %16s %16s %12s %10s", "figure", "baseline", "now", "difference", "allowed");
        comparison.keys().forEach(key -> say("%-18s %16s %16s %12s %10s  %s", key.key(), number(key.baseline()),
                number(key.now()), key.change() == null ? "-" : key.change().toPlainString() + " %", limit,
                key.passed() ? "ok" : "FAILED"));
        comparison.different().forEach(each -> say("other %s", each));
        say("%s", comparison.passed() ? "PASSED: " + report + " says what " + baseline + " says"
                : "FAILED: " + comparison.failed());
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "none" : number.toPlainString();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
