package org.portcullis.market.domain.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.ContinuousFuture;
import org.portcullis.market.ContinuousFuture.Adjustment;
import org.portcullis.market.ContinuousFuture.Roll;
import org.portcullis.market.ContractMonth;
import org.portcullis.market.StitchedBars;
import org.portcullis.market.StitchedBars.Step;
import org.portcullis.market.TradingCalendar;

/** Makes one series of the bars of several contracts; differences are added, not ratios, so that points stay points. */
public final class Stitching {

    private final ContinuousFuture future;
    private final TradingCalendar calendar;
    private final Map<Roll, Long> steps = new HashMap<>();
    private final List<Roll> unknown = new ArrayList<>();

    private Stitching(ContinuousFuture future, TradingCalendar calendar) {
        this.future = future;
        this.calendar = calendar;
    }

    /** The series, as {@link ContinuousFuture#stitch} says. */
    public static StitchedBars stitch(ContinuousFuture future, Map<ContractMonth, List<Bar>> bars,
            TradingCalendar calendar, Adjustment adjustment) {
        return new Stitching(future, calendar).stitch(bars, adjustment);
    }

    private StitchedBars stitch(Map<ContractMonth, List<Bar>> bars, Adjustment adjustment) {
        List<Roll> used = future.rolls().stream()
                .filter(roll -> bars.containsKey(roll.from()) && bars.containsKey(roll.to())).toList();
        for (Roll roll : used) {
            OptionalLong step = step(roll, bars.getOrDefault(roll.from(), List.of()),
                    bars.getOrDefault(roll.to(), List.of()));
            step.ifPresentOrElse(found -> steps.put(roll, found), () -> unknown.add(roll));
        }
        LocalDate begin = adjustment == Adjustment.NONE || unknown.isEmpty() ? LocalDate.MIN
                : unknown.get(unknown.size() - 1).firstDay();
        List<Bar> series = new ArrayList<>();
        bars.forEach((contract, own) -> own.forEach(bar -> {
            LocalDate day = calendar.tradingDate(bar.openTimeMs());
            if (!day.isBefore(begin) && future.front(day).equals(contract)) {
                series.add(moved(bar, shift(used, day, begin, adjustment)));
            }
        }));
        series.sort(Comparator.comparingLong(Bar::openTimeMs));
        return new StitchedBars(series, used.stream().filter(steps::containsKey)
                .map(roll -> new Step(roll, steps.getOrDefault(roll, 0L))).toList(), unknown);
    }

    /** Close against close in the last minute before the roll that both contracts have. */
    private OptionalLong step(Roll roll, List<Bar> from, List<Bar> to) {
        Map<Long, Long> closes = new HashMap<>();
        from.stream().filter(bar -> before(bar, roll)).forEach(bar -> closes.put(bar.openTimeMs(), bar.closeE8()));
        TreeSet<Long> common = new TreeSet<>();
        Map<Long, Long> differences = new HashMap<>();
        to.stream().filter(bar -> before(bar, roll)).forEach(bar -> {
            Long close = closes.get(bar.openTimeMs());
            if (close != null) {
                common.add(bar.openTimeMs());
                differences.put(bar.openTimeMs(), bar.closeE8() - close);
            }
        });
        return common.isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(differences.getOrDefault(common.last(), 0L));
    }

    private boolean before(Bar bar, Roll roll) {
        return calendar.tradingDate(bar.openTimeMs()).isBefore(roll.firstDay());
    }

    private long shift(List<Roll> used, LocalDate day, LocalDate begin, Adjustment adjustment) {
        long shift = 0;
        for (Roll roll : used) {
            boolean counted = roll.firstDay().isAfter(begin);
            boolean later = day.isBefore(roll.firstDay());
            if (adjustment == Adjustment.BACKWARD && counted && later) {
                shift += steps.getOrDefault(roll, 0L);
            } else if (adjustment == Adjustment.FORWARD && counted && !later) {
                shift -= steps.getOrDefault(roll, 0L);
            }
        }
        return shift;
    }

    private Bar moved(Bar bar, long shift) {
        InstrumentId id = future.future().id();
        return new Bar(id, bar.openTimeMs(), bar.openE8() + shift, bar.highE8() + shift, bar.lowE8() + shift,
                bar.closeE8() + shift, bar.volumeE8(), bar.takerBoughtE8());
    }
}
