package org.portcullis.research;

import java.util.List;
import java.util.SortedMap;

/**
 * What a model is, where it comes from and how good it was: written beside it, read before it is used. The same command
 * over the same bars writes the same card.
 *
 * @param name         name of the model
 * @param modelHash    hash of the model's text
 * @param demo         whether it learned from generated data and can know nothing of markets
 * @param accepted     whether it may be used
 * @param refusals     why not, in words; empty when accepted
 * @param span         what it learned from
 * @param terms        how it was made, by name
 * @param seed         of every draw
 * @param trainer      name and version of what trained it
 * @param featureNames the features of a row, in order
 * @param folds        walks forward that tested it
 * @param model        how good it was on rows it had not seen
 * @param heuristic    how good the heuristic score was on the same rows
 * @param advantageLow low percentile of the model's AUC minus the heuristic score's, over draws of the tested rows
 * @param parity       largest difference between what the trainer and our own scorer said to the training rows
 */
public record ModelCard(String name, String modelHash, boolean demo, boolean accepted, List<String> refusals,
        TrainingSpan span, SortedMap<String, Double> terms, long seed, String trainer, List<String> featureNames,
        List<Fold> folds, ModelMetrics model, ModelMetrics heuristic, double advantageLow, double parity) {

    /**
     * One walk forward.
     *
     * @param trained rows it learned from
     * @param purged  rows left out because their label reached into the test or its embargo
     * @param tested  rows it answered for
     */
    public record Fold(int trained, int purged, int tested) {
    }

    public ModelCard {
        refusals = List.copyOf(refusals);
        featureNames = List.copyOf(featureNames);
        folds = List.copyOf(folds);
    }
}
