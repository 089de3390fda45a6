package org.portcullis.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.portcullis.market.domain.calendar.ContractChain;
import org.portcullis.market.domain.calendar.Stitching;

/**
 * A future without end: which contract it is on which day (B-D14).
 *
 * @param future the continuous instrument, with its roll rule
 * @param first  the contract before the first roll
 * @param rolls  in the order of time
 */
public record ContinuousFuture(Instrument future, ContractMonth first, List<Roll> rolls) {

    /**
     * One change of contract.
     *
     * @param from     the contract that is left
     * @param to       the contract that follows
     * @param firstDay first trading date of the contract that follows
     */
    public record Roll(ContractMonth from, ContractMonth to, LocalDate firstDay) {
    }

    /** What is done about the step between the prices of two contracts. */
    public enum Adjustment {
        /** Nothing: every price is one that was traded. */
        NONE,
        /** Earlier prices are moved, so that the newest are true; a roll changes the past. */
        BACKWARD,
        /** Later prices are moved, so that the oldest are true; nothing ever changes the past. */
        FORWARD
    }

    public ContinuousFuture {
        Objects.requireNonNull(first, "first");
        rolls = List.copyOf(rolls);
        if (future.roll() == null) {
            throw new IllegalArgumentException(future.id() + " has no roll rule in rules/instruments.yaml; add one");
        }
    }

    /**
     * The chain by the distance from the third Friday.
     *
     * @param from first trading date that will be asked for, and {@code to} the last one
     */
    public static ContinuousFuture byDays(Instrument future, LocalDate from, LocalDate to) {
        return ContractChain.byDays(future, from, to);
    }

    /**
     * The chain by what was traded: the next contract follows on the day after it first traded more, or, whatever was
     * traded, on the last day of the rule.
     *
     * @param volumesE8 traded contracts of each trading date, in 10<sup>-8</sup>; what is missing was not traded
     */
    public static ContinuousFuture byVolume(Instrument future,
            SortedMap<LocalDate, Map<ContractMonth, Long>> volumesE8) {
        return ContractChain.byVolume(future, volumesE8);
    }

    /** The contract of that trading date. */
    public ContractMonth front(LocalDate tradingDate) {
        ContractMonth front = first;
        for (Roll roll : rolls) {
            if (tradingDate.isBefore(roll.firstDay())) {
                return front;
            }
            front = roll.to();
        }
        return front;
    }

    /**
     * One series from the bars of the contracts.
     *
     * @param bars     of each contract, in the order of time
     * @param calendar says which trading date a bar belongs to
     */
    public StitchedBars stitch(Map<ContractMonth, List<Bar>> bars, TradingCalendar calendar, Adjustment adjustment) {
        return Stitching.stitch(this, bars, calendar, adjustment);
    }
}
