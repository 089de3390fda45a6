package org.portcullis.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestPlan;
import picocli.CommandLine.Option;

/** Which bars a command walks, and by which rules. */
final class HistoryOptions {

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

    @Option(names = "--threads", paramLabel = "N", description = "Threads that walk bars (default: one a processor).")
    private int threads;

    /** The plan that these options make with what a command adds to them. */
    BacktestPlan plan(long seed, Money cash, boolean approvals, @Nullable Path decisions) {
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new BacktestPlan(bars, symbols, moment(from, "--from", Long.MIN_VALUE),
                moment(to, "--to", Long.MAX_VALUE), strategies, rules, policy, profile, model, seed, cash, approvals,
                Math.min(count, THREADS_MAX), decisions);
    }

    /** A day in UTC, or a moment; milliseconds since 1970. */
    private static long moment(@Nullable String text, String option, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return text.contains("T") ? Instant.parse(text).toEpochMilli()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(option + " is a day such as 2026-01-05 or a moment such as"
                    + " 2026-01-05T00:00:00Z, not " + text, unreadable);
        }
    }
}
