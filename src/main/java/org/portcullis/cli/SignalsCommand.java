package org.portcullis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.research.signals.ScanPlan;
import org.portcullis.research.signals.SignalReport;
import org.portcullis.research.signals.SignalScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signals}: what strategies would have proposed over history, and what the price did after (B-B9). */
@Command(name = "signals", description = "Show what strategies would have proposed over minute bars, before any desk,"
        + " and what the price did after.")
final class SignalsCommand implements Callable<Integer> {

    @Mixin
    private HistoryOptions history = new HistoryOptions();

    @Option(names = "--horizons", split = ",", paramLabel = "1,5,15,60,240",
            description = "After how many bars proposals are looked at again (default: 1,5,15,60,240).")
    private List<Integer> horizons = ScanPlan.HORIZONS;

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

    /** Nothing is drawn, paid for or asked of a person, so what a backtest says of these does not matter. */
    private ScanPlan plan() {
        return new ScanPlan(history.plan(0, Money.of("1"), true, null), horizons, csv != null);
    }
}
