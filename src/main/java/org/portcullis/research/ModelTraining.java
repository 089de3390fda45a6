package org.portcullis.research;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.research.adapter.lightgbm.NativeTrainer;
import org.portcullis.research.adapter.rules.WalkedPatterns;
import org.portcullis.research.adapter.store.ModelShelf;
import org.portcullis.research.domain.training.Acceptance;
import org.portcullis.research.domain.training.LabelledRow;
import org.portcullis.research.domain.training.Labeller;
import org.portcullis.research.domain.training.SpanWatch;
import org.portcullis.research.domain.training.TestedRows;
import org.portcullis.research.domain.training.WalkForward;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.Scoring;

/**
 * Door to making models (S1-32, B-S9): bars become patterns, patterns get labels, a model learns from them, is tested
 * on rows it has not seen, and is put on the shelf with a card that says whether it may be used.
 */
public final class ModelTraining {

    /** Monday 2026-01-05: where the generated market of a plan begins. */
    private static final long GENERATED_FROM_MS = 1_767_571_200_000L;
    /** Largest difference between the trainer and our scorer that is rounding. */
    private static final double PARITY = 1e-9;

    private final InstrumentCatalogue catalogue;
    private final TrainingTerms terms;
    private final Path scoring;
    private final PatternSource patterns;
    private final Trainer trainer;

    /**
     * @param scoring  parameters of the heuristic score, {@code rules/strategy/scoring.yaml}
     * @param patterns finds patterns in bars
     * @param trainer  trains models
     */
    public ModelTraining(InstrumentCatalogue catalogue, TrainingTerms terms, Path scoring, PatternSource patterns,
            Trainer trainer) {
        this.catalogue = catalogue;
        this.terms = terms;
        this.scoring = scoring;
        this.patterns = patterns;
        this.trainer = trainer;
    }

    /**
     * Training with the real market room and LightGBM.
     *
     * @param rules the folder {@code rules}
     * @throws IllegalArgumentException naming file and line of what cannot be used
     */
    public static ModelTraining open(Path rules) {
        return new ModelTraining(InstrumentCatalogue.read(rules.resolve("instruments.yaml")),
                new TrainingTerms(PackParameters.read(rules.resolve("research").resolve("training.yaml"))),
                rules.resolve("strategy").resolve("scoring.yaml"), new WalkedPatterns(rules),
                new NativeTrainer(featureNames()));
    }

    /** Names of the features in the order of a row. */
    public static List<String> featureNames() {
        return Arrays.stream(ScalpFeatures.class.getRecordComponents()).map(component -> component.getName()).skip(1)
                .toList();
    }

    /**
     * Makes a model and writes it with its cards.
     *
     * @param told hears about each step
     * @return the card
     * @throws IllegalArgumentException when the bars are too few, or cannot be read
     * @throws IllegalStateException    when the trainer is not there, or our scorer disagrees with it
     */
    public ModelCard run(TrainingPlan plan, Consumer<String> told) {
        SpanWatch watch = new SpanWatch();
        Labeller labeller = new Labeller(terms, id -> catalogue.require(id).takerBasisPoints(), plan.seed());
        told.accept("walking the bars");
        try (BarStream bars = open(plan)) {
            patterns.walk(bars, next -> {
                if (plan.symbols().isEmpty() || plan.symbols().contains(next.bar().instrument())) {
                    watch.add(next.bar());
                    labeller.take(next);
                }
            });
        }
        TrainingSpan span = watch.span(source(plan), labeller);
        WalkForward walk = new WalkForward(labeller.rows(), trainer, terms, plan.seed());
        WalkForward.Tested tested = walk.walk(told);
        told.accept("learning from all " + span.rows() + " rows");
        Trainer.Fit last = walk.last();
        ModelShelf shelf = new ModelShelf(plan.output(), plan.name());
        shelf.putModel(last.text());
        double parity = parity(plan.output(), labeller.rows(), last.answers());
        told.accept("judging");
        ModelCard card = card(plan, span, tested, labeller, last.text(), parity);
        shelf.putCards(card);
        return card;
    }

    private BarStream open(TrainingPlan plan) {
        BarFeed feed = new BarFeed(catalogue);
        return plan.bars() == null
                ? feed.generated(GeneratedMarket.demo(plan.seed(), GENERATED_FROM_MS, plan.generatedMinutes()))
                : feed.open(plan.bars());
    }

    private static String source(TrainingPlan plan) {
        return plan.bars() == null ? "generated market of " + plan.generatedMinutes() + " minutes, seed " + plan.seed()
                : String.valueOf(plan.bars().getFileName());
    }

    /** What our own scorer makes of the file just written must be what the trainer said. */
    private double parity(Path model, List<LabelledRow> rows, double[] said) {
        Scoring ours = Scoring.open(scoring, List.of(model), true);
        double worst = 0;
        for (int i = 0; i < said.length; i++) {
            worst = Math.max(worst, Math.abs(ours.score(rows.get(i).features()).probability() - said[i]));
        }
        if (!(worst <= PARITY)) {
            throw new IllegalStateException("our scorer differs from the trainer by " + worst + " on " + model
                    + "; the model is not to be used, report this with the file");
        }
        return worst;
    }

    private ModelCard card(TrainingPlan plan, TrainingSpan span, WalkForward.Tested tested, Labeller labeller,
            String text, double parity) {
        TestedRows rows = new TestedRows(tested.rows(), labeller.randomEntries(), terms, plan.seed());
        Scoring heuristic = Scoring.heuristic(scoring);
        double[] heuristics = tested.rows().stream()
                .mapToDouble(row -> heuristic.score(row.features()).probability()).toArray();
        ModelMetrics metrics = rows.measure(tested.said());
        double advantageLow = rows.advantageLow(tested.said(), heuristics);
        List<String> refusals = Acceptance.refusals(metrics, advantageLow, terms);
        List<ModelCard.Fold> folds = new ArrayList<>();
        tested.folds().forEach(fold -> folds.add(new ModelCard.Fold(fold.train().length, fold.purged(),
                fold.testTo() - fold.testFrom())));
        return new ModelCard(plan.name(), ContentHash.hex(text), plan.bars() == null, refusals.isEmpty(), refusals,
                span, new TreeMap<>(terms.numbers().numbers()), plan.seed(), trainer.version(), featureNames(), folds,
                metrics, rows.measure(heuristics), advantageLow, parity);
    }
}
