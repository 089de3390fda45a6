package org.portcullis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.research.ModelCard;
import org.portcullis.research.ModelTraining;
import org.portcullis.research.TrainingPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}: makes a model from bars and says whether it may be used (S1-32, B-S9). */
@Command(name = "train", description = "Label patterns in bars, train a LightGBM model with purged walks forward, and"
        + " write it with a card that says whether it may be used.")
final class TrainCommand implements Callable<Integer> {

    /** Where the bars come from: one of two. */
    static final class Source {
        @Option(names = "--data", paramLabel = "PATH", required = true,
                description = "File or folder of minute bars.")
        private @Nullable Path bars;

        @Option(names = "--generated", paramLabel = "MINUTES", required = true,
                description = "Learn from a generated market of that length instead; the model is for demonstration.")
        private int minutes;
    }

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--output", required = true, paramLabel = "models/NAME.txt",
            description = "The model's file; NAME.card.json and NAME.card.md are written beside it.")
    private Path output = Path.of("models/model.txt");

    @Option(names = "--symbols", split = ",", paramLabel = "A,B", description = "Learn from these alone.")
    private @Nullable List<String> symbols;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N",
            description = "Decides every draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rules", defaultValue = "rules", paramLabel = "DIR",
            description = "Rules, instruments and terms of training (default: ${DEFAULT-VALUE}).")
    private Path rules = Path.of("rules");

    @Option(names = "--json", description = "Print one JSON document: the card.")
    private boolean json;

    @Override
    public Integer call() {
        if (source.bars != null && !Files.exists(source.bars)) {
            throw new IllegalArgumentException(source.bars + " is not there; give a file or folder of minute bars");
        }
        Set<InstrumentId> chosen = new LinkedHashSet<>();
        if (symbols != null) {
            symbols.forEach(symbol -> chosen.add(new InstrumentId(symbol)));
        }
        TrainingPlan plan = new TrainingPlan(source.bars, source.minutes, chosen, seed, output);
        ModelCard card = ModelTraining.open(rules).run(plan, progress());
        if (json) {
            System.out.println(Json.write(card));
        } else {
            print(card);
        }
        return 0;
    }

    private static Consumer<String> progress() {
        return System.console() == null ? step -> { } : System.err::println;
    }

    private void print(ModelCard card) {
        say("%s: %d patterns labelled, %d wins, %d tested", card.name(), card.span().rows(), card.span().wins(),
                card.model().rows());
        say("AUC %.4f (heuristic score %.4f), Brier score %.4f (%.4f), calibration slope %.2f", card.model().auc(),
                card.heuristic().auc(), card.model().brier(), card.heuristic().brier(), card.model().slope());
        say("%d trades, %.2f R after costs, better than %.1f %% of entries at random", card.model().trades(),
                card.model().profitRisk(), card.model().randomPercentile());
        say("%s", card.accepted() ? "accepted" : "not accepted; it is used on trial only:");
        card.refusals().forEach(refusal -> say("  %s", refusal));
        say("model and cards written beside %s", output);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
