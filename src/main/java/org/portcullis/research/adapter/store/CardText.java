package org.portcullis.research.adapter.store;

import java.util.Locale;
import org.portcullis.research.ModelCard;
import org.portcullis.research.ModelMetrics;

/** A model's card for a person, in Markdown. */
final class CardText {

    private final ModelCard card;
    private final StringBuilder text = new StringBuilder();

    CardText(ModelCard card) {
        this.card = card;
    }

    String text() {
        line("# Model %s", card.name());
        line("");
        line("%s", card.accepted() ? "**Accepted**: it beat the heuristic score and chance on rows it had not seen."
                : "**Not accepted**: used on trial only.");
        card.refusals().forEach(refusal -> line("* %s", refusal));
        if (card.demo()) {
            line("");
            line("It learned from generated data. It shows how models are made and used and knows nothing of markets.");
        }
        span();
        line("");
        line("## Test on rows it had not seen");
        line("");
        line("| measure | model | heuristic score |");
        line("|---|---:|---:|");
        measures(card.model(), card.heuristic());
        line("");
        line("Lowest advantage in AUC over the heuristic score that the draws leave: %.4f. Largest difference between"
                + " the trainer and our own scorer over all rows: %.1e.", card.advantageLow(), card.parity());
        folds();
        deciles();
        terms();
        return text.toString();
    }

    private void span() {
        line("");
        line("## What it learned from");
        line("");
        line("%s: %s to %s, %s; %d bars, %d patterns, %d of them labelled, %d wins.", card.span().source(),
                card.span().from(), card.span().to(), String.join(", ", card.span().symbols()), card.span().bars(),
                card.span().patterns(), card.span().rows(), card.span().wins());
        line("Hash of the bars `%s`, of the model `%s`.", card.span().barsHash(), card.modelHash());
        line("Features: %s.", String.join(", ", card.featureNames()));
    }

    private void measures(ModelMetrics model, ModelMetrics heuristic) {
        row("rows", model.rows(), heuristic.rows());
        row("wins", model.wins(), heuristic.wins());
        row("AUC", model.auc(), heuristic.auc());
        row("Brier score", model.brier(), heuristic.brier());
        row("log loss", model.logLoss(), heuristic.logLoss());
        row("calibration slope (1 is right)", model.slope(), heuristic.slope());
        row("calibration intercept (0 is right)", model.intercept(), heuristic.intercept());
        row("trades", model.trades(), heuristic.trades());
        row("profit after costs, R", model.profitRisk(), heuristic.profitRisk());
        row("random entries beaten, %", model.randomPercentile(), heuristic.randomPercentile());
    }

    private void folds() {
        line("");
        line("| fold | rows trained | purged | tested |");
        line("|---:|---:|---:|---:|");
        for (int i = 0; i < card.folds().size(); i++) {
            ModelCard.Fold fold = card.folds().get(i);
            line("| %d | %d | %d | %d |", i + 1, fold.trained(), fold.purged(), fold.tested());
        }
    }

    private void deciles() {
        line("");
        line("| tenth | rows | said | happened |");
        line("|---:|---:|---:|---:|");
        for (int i = 0; i < card.model().deciles().size(); i++) {
            ModelMetrics.Decile tenth = card.model().deciles().get(i);
            line("| %d | %d | %.3f | %.3f |", i + 1, tenth.rows(), tenth.said(), tenth.happened());
        }
    }

    private void terms() {
        line("");
        line("## How it was made");
        line("");
        line("%s, seed %d.", card.trainer(), card.seed());
        line("");
        line("| term | value |");
        line("|---|---:|");
        card.terms().forEach((name, value) -> line("| %s | %s |", name, value));
    }

    private void row(String what, int model, int heuristic) {
        line("| %s | %d | %d |", what, model, heuristic);
    }

    private void row(String what, double model, double heuristic) {
        line("| %s | %.4f | %.4f |", what, model, heuristic);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
