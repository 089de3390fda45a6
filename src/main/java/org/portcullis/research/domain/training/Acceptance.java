package org.portcullis.research.domain.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portcullis.research.ModelMetrics;
import org.portcullis.research.TrainingTerms;

/** When a model may be used: it must be better than the heuristic score, earn something, and not by luck. */
public final class Acceptance {

    private Acceptance() {
    }

    /** Why the model is not accepted, each with both numbers; empty when it is. */
    public static List<String> refusals(ModelMetrics model, double advantageLow, TrainingTerms terms) {
        List<String> refusals = new ArrayList<>();
        if (!(advantageLow > 0)) {
            refusals.add(String.format(Locale.ROOT, "its advantage in AUC over the heuristic score may be %.4f, must be"
                    + " above 0 in all but %s %% of the draws", advantageLow, terms.number("bootstrap-low-pct")));
        }
        if (!(model.profitRisk() > 0)) {
            refusals.add(String.format(Locale.ROOT, "its %d trades earn %.2f R after costs, must be above 0",
                    model.trades(), model.profitRisk()));
        }
        if (!(model.randomPercentile() >= terms.number("random-percentile-min"))) {
            refusals.add(String.format(Locale.ROOT, "its trades beat %.1f %% of entries at random, must be %s %% or"
                    + " more", model.randomPercentile(), terms.number("random-percentile-min")));
        }
        return refusals;
    }
}
