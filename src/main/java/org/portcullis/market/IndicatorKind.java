package org.portcullis.market;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One kind of indicator in the catalogue.
 *
 * @param name       as it is written behind {@code use:} in a {@code strategy.yaml}
 * @param family     heading under which it stands in the catalogue
 * @param ofPrice    whether it takes one number of each bar, to be chosen by {@code of:}; else it takes whole bars
 * @param parameters what can be set
 * @param outputs    what it tells; the first is meant where none is named
 * @param warmUp     bars after which every output is known
 * @param memory     how long its beginning is remembered
 * @param meaning    one line for a person
 * @param source     who published it
 * @param maker      makes one with nothing taken yet
 */
public record IndicatorKind(String name, String family, boolean ofPrice, List<IndicatorParameter> parameters,
        List<String> outputs, ToIntFunction<IndicatorUse> warmUp, Memory memory, String meaning, String source,
        Function<IndicatorUse, Indicator> maker) {

    /** How long the beginning of a series shows in what is told. */
    public enum Memory {
        /** No longer than the warm-up: a window. */
        WINDOW("window"),
        /** It fades: after twenty times its lengths it is beyond the precision of prices. */
        FADES("fades"),
        /** Always: only changes of it mean something. */
        STAYS("stays");

        private final String word;

        Memory(String word) {
            this.word = word;
        }

        /** As it stands in the catalogue. */
        public String word() {
            return word;
        }
    }

    private static final int FADED = 20;

    public IndicatorKind {
        Objects.requireNonNull(name, "name");
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /** Bars after which a run that began later tells the same, as far as there are any. */
    public int barsToForget(IndicatorUse use) {
        int known = warmUp.applyAsInt(use);
        int lengths = parameters.stream().filter(IndicatorParameter::whole).mapToInt(one -> use.bars(one.name())).sum();
        return memory == Memory.WINDOW ? known : FADED * Math.max(known, lengths);
    }
}
