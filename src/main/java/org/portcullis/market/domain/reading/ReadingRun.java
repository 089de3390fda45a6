package org.portcullis.market.domain.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Cross;
import org.portcullis.market.Indicator;
import org.portcullis.market.IndicatorUse;
import org.portcullis.market.Reading;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReadingsSeen;

/** The indicators of one plan over the bars of one instrument. */
final class ReadingRun {

    private final ReadingPlan plan;
    private final List<IndicatorUse> uses = new ArrayList<>();
    private final Indicator[] indicators;
    private final int[] indicatorOf;
    private final int[] outputs;
    private final int[] lines;
    private final int[] others;
    private double[] now;
    private double[] before;
    private final int[] sinceCross;

    ReadingRun(ReadingPlan plan) {
        this.plan = plan;
        int count = plan.readings().size();
        this.indicatorOf = new int[count];
        this.outputs = plan.readings().stream().mapToInt(Reading::output).toArray();
        for (int i = 0; i < count; i++) {
            IndicatorUse use = plan.readings().get(i).indicator();
            if (!uses.contains(use)) {
                uses.add(use);
            }
            indicatorOf[i] = uses.indexOf(use);
        }
        this.indicators = uses.stream().map(IndicatorUse::make).toArray(Indicator[]::new);
        this.lines = plan.crosses().stream().mapToInt(cross -> slotOf(cross.line())).toArray();
        this.others = plan.crosses().stream().mapToInt(cross -> slotOf(cross.other())).toArray();
        this.now = filled(count);
        this.before = filled(count);
        this.sinceCross = new int[plan.crosses().size()];
        Arrays.fill(sinceCross, ReadingsSeen.NEVER);
    }

    void push(long openTimeMs, double open, double high, double low, double close, double volume) {
        for (Indicator indicator : indicators) {
            indicator.push(openTimeMs, open, high, low, close, volume);
        }
        before = now;
        now = new double[before.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = indicators[indicatorOf[i]].value(outputs[i]);
        }
        for (int i = 0; i < sinceCross.length; i++) {
            sinceCross[i] = crossed(i) ? 0 : older(sinceCross[i]);
        }
    }

    /** Takes over what went on before the plan was changed: a longer history than memory has. */
    void adopt(ReadingRun earlier) {
        for (int i = 0; i < indicators.length; i++) {
            int known = earlier.uses.indexOf(uses.get(i));
            indicators[i] = known < 0 ? indicators[i] : earlier.indicators[known];
        }
        for (int i = 0; i < now.length; i++) {
            int known = earlier.plan.readings().indexOf(plan.readings().get(i));
            now[i] = known < 0 ? now[i] : earlier.now[known];
            before[i] = known < 0 ? before[i] : earlier.before[known];
        }
        for (int i = 0; i < sinceCross.length; i++) {
            int known = earlier.plan.crosses().indexOf(plan.crosses().get(i));
            sinceCross[i] = known < 0 ? sinceCross[i] : earlier.sinceCross[known];
        }
    }

    ReadingsSeen seen(int[] sinceHappening) {
        return new ReadingsSeen(plan, now, before, sinceCross.length == 0 ? sinceCross : sinceCross.clone(),
                sinceHappening);
    }

    /** One bar longer ago; beyond the memory it is as if it had never happened. */
    static int older(int since) {
        return since >= ReadingsSeen.MEMORY_BARS ? ReadingsSeen.NEVER : since + 1;
    }

    private boolean crossed(int i) {
        Cross cross = plan.crosses().get(i);
        int other = others[i];
        return cross.happened(now[lines[i]], before[lines[i]], other < 0 ? cross.level() : now[other],
                other < 0 ? cross.level() : before[other]);
    }

    private int slotOf(@Nullable Reading reading) {
        return reading == null ? -1 : plan.readings().indexOf(reading);
    }

    private static double[] filled(int count) {
        double[] unknown = new double[count];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }
}
