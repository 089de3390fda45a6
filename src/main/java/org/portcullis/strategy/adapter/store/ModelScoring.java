package org.portcullis.strategy.adapter.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.EditedFile;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.Scoring;
import org.portcullis.strategy.domain.HeuristicScore;
import org.portcullis.strategy.domain.lightgbm.LightGbmModel;
import org.portcullis.strategy.domain.lightgbm.ModelRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores patterns with a model on disk (S3-10), and with the heuristic score while there is none that can be used
 * (S3-11). Which of the two it is, and why, is said once each time it changes. What is in force follows from the files
 * alone, so that a restart changes nothing.
 */
public final class ModelScoring implements Scoring {

    private static final Logger LOG = LoggerFactory.getLogger(ModelScoring.class);

    /** Names that a model's features must have, in this order: the twelve of {@link ScalpFeatures}. */
    private static final List<String> FEATURES = Arrays.stream(ScalpFeatures.class.getRecordComponents())
            .map(component -> component.getName()).skip(1).toList();

    private final EditedFile<HeuristicScore> heuristic;
    private final ModelFile file;
    private final boolean trialAllowed;
    private final double[] row = new double[ScalpFeatures.COUNT];
    private volatile State state;

    /** What is asked: a model, or the arithmetic with the reason why there is no model. */
    private record State(Optional<ModelFile.Found> found, @Nullable LightGbmModel model, String name, String said) {
    }

    /** Why a model is not used. */
    private static final class NotUsable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        NotUsable(String why) {
            super(why);
            this.why = why;
        }
    }

    /**
     * Looks for a model.
     *
     * @param heuristic    stands in without one
     * @param file         where a model may lie
     * @param trialAllowed whether a model may be asked that is on trial: its card does not accept it, is missing, or
     *                     says that it learned from generated data
     */
    public ModelScoring(EditedFile<HeuristicScore> heuristic, ModelFile file, boolean trialAllowed) {
        this.heuristic = heuristic;
        this.file = file;
        this.trialAllowed = trialAllowed;
        this.state = look(null);
        say(state);
    }

    @Override
    public Score score(ScalpFeatures features) {
        State now = state;
        if (now.model() == null) {
            return heuristic.get().score(features);
        }
        features.writeTo(row);
        double probability = now.model().predict(row);
        // linear leaves can make no number of infinite features; what is no probability is nobody's answer
        return probability >= 0 && probability <= 1 ? new Score(probability, Score.Source.MODEL, now.name())
                : heuristic.get().score(features);
    }

    @Override
    public synchronized void refresh() {
        heuristic.refresh();
        State before = state;
        State now = look(before);
        if (!now.said().equals(before.said())) {
            say(now);
        }
        state = now;
    }

    /** What the files say; the state before, when they have not changed. */
    private State look(@Nullable State before) {
        Optional<ModelFile.Found> found = Optional.empty();
        try {
            found = file.find(heuristic.get().modelBytesMax());
            if (before != null && before.found().equals(found)) {
                return before;
            }
            if (found.isEmpty()) {
                return without(found, "there is no model at " + file.placesInWords());
            }
            return new State(found, usable(found.get()), found.get().name(),
                    "patterns are scored by the model " + found.get().name() + onTrial(found.get().card()));
        } catch (NotUsable refused) {
            return without(found, refused.why);
        } catch (IOException unreadable) {
            return without(found, "the model cannot be read: " + unreadable);
        }
    }

    private static State without(Optional<ModelFile.Found> found, String why) {
        return new State(found, null, HeuristicScore.NAME, why + "; patterns are scored by the heuristic score");
    }

    /** A model that its card keeps from use is not read; of one that is not its card's, its faults are told. */
    private LightGbmModel usable(ModelFile.Found found) throws NotUsable {
        boolean another = found.card() == ModelFile.Card.OF_ANOTHER_MODEL;
        if (found.card() != ModelFile.Card.ACCEPTED && !another && !trialAllowed) {
            throw notUsed(found);
        }
        LightGbmModel model = read(found);
        if (another) {
            throw notUsed(found);
        }
        return model;
    }

    private static NotUsable notUsed(ModelFile.Found found) {
        return new NotUsable("the model " + found.name() + " is not used:" + told(found.card()));
    }

    private static LightGbmModel read(ModelFile.Found found) throws NotUsable {
        LightGbmModel model;
        try {
            model = LightGbmModel.read(found.text());
        } catch (ModelRefused refused) {
            throw new NotUsable("the model " + found.name() + " is refused, " + refused.getMessage());
        }
        if (!model.featureNames().equals(FEATURES)) {
            throw new NotUsable("the model " + found.name() + " is refused: its features are " + model.featureNames()
                    + ", asked are " + FEATURES);
        }
        if (model.classes() != 1 || !model.probabilities()) {
            throw new NotUsable("the model " + found.name() + " is refused: it does not say one probability");
        }
        return model;
    }

    private static String onTrial(ModelFile.Card card) {
        return card == ModelFile.Card.ACCEPTED ? "" : ", on trial:" + told(card);
    }

    private static String told(ModelFile.Card card) {
        return switch (card) {
            case ACCEPTED -> "";
            case NOT_ACCEPTED -> " its card does not accept it, because it did not beat the heuristic score";
            case OF_A_DEMO -> " its card says that it learned from generated data, for demonstration";
            case OF_ANOTHER_MODEL -> " the card beside it is that of another model";
            case UNREADABLE -> " its card cannot be read";
            case ABSENT -> " it has no card";
        };
    }

    private static void say(State state) {
        if (state.model() == null) {
            LOG.warn("{}", state.said());
        } else {
            LOG.info("{}", state.said());
        }
    }
}
