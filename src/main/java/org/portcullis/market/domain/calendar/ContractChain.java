package org.portcullis.market.domain.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import org.portcullis.market.ContinuousFuture;
import org.portcullis.market.ContinuousFuture.Roll;
import org.portcullis.market.ContractMonth;
import org.portcullis.market.Instrument;
import org.portcullis.market.RollRule;

/** Which contract follows which, and when. */
public final class ContractChain {

    private ContractChain() {
    }

    /** The chain by the distance from the third Friday, as {@link ContinuousFuture#byDays} says. */
    public static ContinuousFuture byDays(Instrument future, LocalDate from, LocalDate to) {
        RollRule rule = ruleOf(future);
        return chain(future, from, to, contract -> latest(contract, rule));
    }

    /** The chain by what was traded, as {@link ContinuousFuture#byVolume} says. */
    public static ContinuousFuture byVolume(Instrument future, SortedMap<LocalDate, Map<ContractMonth, Long>> volumes) {
        if (volumes.isEmpty()) {
            throw new IllegalArgumentException("without any day's volumes nothing can roll by volume");
        }
        RollRule rule = ruleOf(future);
        return chain(future, volumes.firstKey(), volumes.lastKey(), contract -> crossover(contract, rule, volumes));
    }

    private static ContinuousFuture chain(Instrument future, LocalDate from, LocalDate to,
            Function<ContractMonth, LocalDate> leaves) {
        RollRule rule = ruleOf(future);
        ContractMonth first = new ContractMonth(future.id().value(), from.getYear() - 1,
                RollRule.CODES.indexOf(rule.months().charAt(rule.months().length() - 1)) + 1);
        while (!latest(first, rule).isAfter(from)) {
            first = first.next(rule);
        }
        List<Roll> rolls = new ArrayList<>();
        ContractMonth front = first;
        LocalDate day = leaves.apply(front);
        while (!day.isAfter(to)) {
            ContractMonth next = front.next(rule);
            rolls.add(new Roll(front, next, day));
            front = next;
            day = leaves.apply(front);
        }
        return new ContinuousFuture(future, first, rolls);
    }

    /** First day of the next contract, whatever was traded. */
    private static LocalDate latest(ContractMonth contract, RollRule rule) {
        return contract.thirdFriday().minusDays(rule.days());
    }

    /** What a day traded is known when it has ended, so the change counts from the day after. */
    private static LocalDate crossover(ContractMonth contract, RollRule rule,
            SortedMap<LocalDate, Map<ContractMonth, Long>> volumes) {
        LocalDate latest = latest(contract, rule);
        ContractMonth next = contract.next(rule);
        // a contract is not left before the one before it has ended for good
        LocalDate earliest = latest(previous(contract, rule), rule);
        for (Map.Entry<LocalDate, Map<ContractMonth, Long>> day : volumes.subMap(earliest, latest).entrySet()) {
            if (day.getValue().getOrDefault(next, 0L) > day.getValue().getOrDefault(contract, 0L)) {
                LocalDate following = day.getKey().plusDays(1);
                return following.isBefore(latest) ? following : latest;
            }
        }
        return latest;
    }

    private static ContractMonth previous(ContractMonth contract, RollRule rule) {
        ContractMonth before = new ContractMonth(contract.root(), contract.year() - 1, contract.month());
        while (!before.next(rule).equals(contract)) {
            before = before.next(rule);
        }
        return before;
    }

    private static RollRule ruleOf(Instrument future) {
        return Objects.requireNonNull(future.roll(), () -> future.id() + " has no roll rule");
    }
}
