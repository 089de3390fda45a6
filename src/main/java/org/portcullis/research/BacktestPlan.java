package org.portcullis.research;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;

/**
 * What is to be tested on history.
 *
 * @param bars       file or folder of minute bars
 * @param symbols    instruments to walk; all there are when empty
 * @param fromMs     minutes before it only warm up, milliseconds since 1970 UTC
 * @param toMs       minutes from it on are not walked
 * @param strategies strategies to ask; those that {@code strategies.yaml} enables when empty
 * @param rules      the folder {@code rules}
 * @param policy     file of limits; that of the folder when nothing is given
 * @param profile    profile of the policy; none when nothing is given
 * @param model      model to score with, even one on trial; those of the folder when nothing is given
 * @param seed       decides every draw
 * @param cash       what the account begins with; above zero
 * @param approvals  whether orders about which a person is asked are agreed to; they expire otherwise
 * @param threads    threads that walk bars beside the desk's; at least one
 * @param decisions  file that gets every decision as a line of JSON; none when nothing is given
 */
public record BacktestPlan(Path bars, List<String> symbols, long fromMs, long toMs, List<String> strategies,
        Path rules, @Nullable Path policy, @Nullable String profile, @Nullable Path model, long seed, Money cash,
        boolean approvals, int threads, @Nullable Path decisions) {

    public BacktestPlan {
        symbols = List.copyOf(symbols);
        strategies = List.copyOf(strategies);
        if (toMs <= fromMs) {
            throw new IllegalArgumentException("the span is empty: --to must be later than --from");
        }
        if (cash.e8() <= 0) {
            throw new IllegalArgumentException("--cash must be above zero, is " + cash);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("--threads must be at least 1, is " + threads);
        }
    }

    /** Everything in that file or folder, by the rules' own policy, with 10,000 of cash and seed 42 on one thread. */
    public static BacktestPlan of(Path bars, Path rules) {
        return new BacktestPlan(bars, List.of(), Long.MIN_VALUE, Long.MAX_VALUE, List.of(), rules, null, null, null,
                42, Money.of("10000"), true, 1, null);
    }

    /** The same with these strategies alone. */
    public BacktestPlan asking(String... names) {
        return new BacktestPlan(bars, symbols, fromMs, toMs, List.of(names), rules, policy, profile, model, seed, cash,
                approvals, threads, decisions);
    }

    /** The same under another policy. */
    public BacktestPlan under(Path file, @Nullable String other) {
        return new BacktestPlan(bars, symbols, fromMs, toMs, strategies, rules, file, other, model, seed, cash,
                approvals, threads, decisions);
    }

    /** The same where nobody answers when a person is asked. */
    public BacktestPlan unanswered() {
        return new BacktestPlan(bars, symbols, fromMs, toMs, strategies, rules, policy, profile, model, seed, cash,
                false, threads, decisions);
    }

    /** The same on so many threads. */
    public BacktestPlan on(int count) {
        return new BacktestPlan(bars, symbols, fromMs, toMs, strategies, rules, policy, profile, model, seed, cash,
                approvals, count, decisions);
    }

    /** The same between two moments. */
    public BacktestPlan between(long from, long to) {
        return new BacktestPlan(bars, symbols, from, to, strategies, rules, policy, profile, model, seed, cash,
                approvals, threads, decisions);
    }

    /** The same with so much cash at the start. */
    public BacktestPlan with(Money money) {
        return new BacktestPlan(bars, symbols, fromMs, toMs, strategies, rules, policy, profile, model, seed, money,
                approvals, threads, decisions);
    }

    /** The same with every decision written to a file. */
    public BacktestPlan telling(Path file) {
        return new BacktestPlan(bars, symbols, fromMs, toMs, strategies, rules, policy, profile, model, seed, cash,
                approvals, threads, file);
    }
}
