package org.portcullis.research.adapter.page;

import java.util.List;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.EquitySample;
import org.portcullis.research.domain.report.Figure;

/**
 * Equity and drawdown over time as two drawings. They stretch to the width of the page, so their texts stand beside
 * them and not in them. Of many samples in a sliver of time the lowest and the highest are drawn: no drop is lost.
 */
final class CurveChart {

    private static final int SLIVERS = 1000;
    /** Both drawings are as wide and as high as that, before they are stretched. */
    private static final double SIDE = 1000;

    private final double[] high = new double[SLIVERS];
    private final double[] low = new double[SLIVERS];
    private final double[] fall = new double[SLIVERS];
    private final double start;
    private double top;
    private double bottom;
    private double deepest;

    CurveChart(BacktestTerms terms, List<EquitySample> equity) {
        start = terms.cash().e8();
        top = start;
        bottom = start;
        double span = Math.max(1, terms.toMs() - terms.fromMs());
        double worth = start;
        double best = start;
        int next = 0;
        for (int sliver = 0; sliver < SLIVERS; sliver++) {
            high[sliver] = worth;
            low[sliver] = worth;
            fall[sliver] = fallen(worth, best);
            while (next < equity.size() && (sliver == SLIVERS - 1
                    || (equity.get(next).atMs() - terms.fromMs()) / span * SLIVERS < sliver + 1)) {
                worth = equity.get(next++).equity().e8();
                best = Math.max(best, worth);
                high[sliver] = Math.max(high[sliver], worth);
                low[sliver] = Math.min(low[sliver], worth);
                fall[sliver] = Math.max(fall[sliver], fallen(worth, best));
            }
            top = Math.max(top, high[sliver]);
            bottom = Math.min(bottom, low[sliver]);
            deepest = Math.max(deepest, fall[sliver]);
        }
    }

    /** Adds both drawings with what their edges stand for. */
    void draw(Markup page, String from, String to) {
        String highest = Shown.amount(new Money((long) top));
        String lowest = Shown.amount(new Money((long) bottom));
        page.raw("<figure><figcaption><span>Equity</span><span class=\"muted\">between ").text(lowest).raw(" and ")
                .text(highest).raw("</span></figcaption>\n");
        open(page, "curve", "Equity between " + lowest + " and " + highest);
        double base = y(start);
        page.raw("<path class=\"base\" d=\"M0 ").raw(place(base)).raw("H1000\"/>");
        page.raw("<path class=\"line\" d=\"").raw(line()).raw("\"/></svg>\n");
        ends(page, from, to);
        page.raw("<figure><figcaption><span>Drawdown</span><span class=\"muted\">deepest ")
                .text(Shown.pct(Figure.of(deepest))).raw("</span></figcaption>\n");
        open(page, "fall", "Drawdown from the best before, in percent");
        page.raw("<path class=\"area\" d=\"").raw(area()).raw("\"/></svg>\n");
        ends(page, from, to);
    }

    private static void open(Markup page, String name, String label) {
        page.raw("<svg class=\"").raw(name).raw("\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" role=\"img\""
                + " aria-label=\"").text(label).raw("\">");
    }

    private static void ends(Markup page, String from, String to) {
        page.raw("<div class=\"ends muted\"><span>").text(from).raw("</span><span>").text(to)
                .raw("</span></div></figure>\n");
    }

    private String line() {
        Steps steps = new Steps(y(start));
        for (int sliver = 0; sliver < SLIVERS; sliver++) {
            steps.to(sliver, y(low[sliver]));
            steps.to(sliver, y(high[sliver]));
        }
        return steps.path();
    }

    private String area() {
        Steps steps = new Steps(0);
        for (int sliver = 0; sliver < SLIVERS; sliver++) {
            steps.to(sliver, deepest == 0 ? 0 : fall[sliver] / deepest * SIDE);
        }
        return steps.path() + "V0Z";
    }

    private double y(double worth) {
        return top == bottom ? SIDE / 2 : (top - worth) / (top - bottom) * SIDE;
    }

    private static double fallen(double worth, double best) {
        return best > 0 ? 100 * (best - worth) / best : 0;
    }

    private static String place(double y) {
        return Long.toString(Math.round(y));
    }

    /** A line of steps; what stays at its height costs no letter. */
    private static final class Steps {

        private final StringBuilder path = new StringBuilder("M0 ");
        private String height;

        Steps(double from) {
            height = place(from);
            path.append(height);
        }

        void to(int sliver, double y) {
            String next = place(y);
            if (!next.equals(height)) {
                path.append('H').append(sliver).append('V').append(next);
                height = next;
            }
        }

        String path() {
            return path + "H1000";
        }
    }
}
