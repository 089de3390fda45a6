package org.portcullis.strategy;

import java.nio.file.Path;
import java.util.List;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.strategy.adapter.store.ModelFile;
import org.portcullis.strategy.adapter.store.ModelScoring;
import org.portcullis.engine.yaml.EditedFile;
import org.portcullis.strategy.domain.HeuristicScore;

/** Scores patterns. Used by one thread at a time; never fails: without a usable model it falls back (S3-11). */
public interface Scoring {

    /** How likely the pattern is to reach its target first. */
    Score score(ScalpFeatures features);

    /** Looks whether model or parameters were replaced; called by the watcher of the folders, on any thread. */
    default void refresh() {
    }

    /**
     * Scores with the arithmetic alone.
     *
     * @param parameters {@code rules/strategy/scoring.yaml}
     * @throws IllegalArgumentException when the file cannot be used, with file and line
     */
    static Scoring heuristic(Path parameters) {
        return new HeuristicScore(PackParameters.read(parameters));
    }

    /**
     * Scores with the first model that is there, and with the arithmetic while it cannot be used.
     *
     * @param parameters   {@code rules/strategy/scoring.yaml}
     * @param models       where a model may lie, in the order of looking
     * @param trialAllowed whether a model may be asked that is on trial: its card does not accept it, was not written,
     *                     or says that it learned from generated data
     * @throws IllegalArgumentException when the parameters cannot be used, with file and line
     */
    static Scoring open(Path parameters, List<Path> models, boolean trialAllowed) {
        EditedFile<HeuristicScore> heuristic = new EditedFile<>(parameters,
                file -> new HeuristicScore(PackParameters.read(file)));
        return new ModelScoring(heuristic, new ModelFile(models), trialAllowed);
    }
}
