package org.portcullis.research;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;

/**
 * What to learn from and where to put what was learned.
 *
 * @param bars             file or folder of minute bars; nothing for a generated market
 * @param generatedMinutes length of the generated market; 0 when there are bars
 * @param symbols          instruments to learn from; empty for all
 * @param seed             decides the generated market, the trees and every draw of the comparison
 * @param output           the model's file; it ends in {@code .txt}, cards are written beside it
 */
public record TrainingPlan(@Nullable Path bars, int generatedMinutes, Set<InstrumentId> symbols, long seed,
        Path output) {

    /** How the file of a model ends. */
    public static final String MODEL_ENDING = ".txt";

    public TrainingPlan {
        symbols = Set.copyOf(symbols);
        if ((bars == null) == (generatedMinutes == 0) || generatedMinutes < 0) {
            throw new IllegalArgumentException("give either bars to learn from or the minutes of a generated market");
        }
        if (!output.getFileName().toString().endsWith(MODEL_ENDING)) {
            throw new IllegalArgumentException("a model file ends in .txt, not " + output.getFileName());
        }
    }

    /** Name of the model: its file without ending. */
    public String name() {
        String file = output.getFileName().toString();
        return file.substring(0, file.length() - MODEL_ENDING.length());
    }
}
