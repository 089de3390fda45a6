package org.portcullis.market.domain.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.portcullis.market.Indicator;
import org.portcullis.market.IndicatorKind;
import org.portcullis.market.IndicatorKind.Memory;
import org.portcullis.market.IndicatorParameter;
import org.portcullis.market.IndicatorUse;
import org.portcullis.market.PriceSource;

/** Indicators of one family on their way into the catalogue. */
final class Family {

    private final String name;
    private final Map<String, IndicatorKind> kinds;

    Family(String name, Map<String, IndicatorKind> kinds) {
        this.name = name;
        this.kinds = kinds;
    }

    /** How an indicator takes a bar. */
    @FunctionalInterface
    interface Push {

        void push(long openTimeMs, double open, double high, double low, double close, double volume);
    }

    /** How an indicator of one output takes a bar. */
    @FunctionalInterface
    interface Told {

        double push(double open, double high, double low, double close, double volume);
    }

    /** An indicator of one number of each bar with one output. */
    void price(String kind, List<IndicatorParameter> parameters, ToIntFunction<IndicatorUse> warmUp, Memory memory,
            String meaning, String source, Function<IndicatorUse, DoubleUnaryOperator> maker) {
        add(new IndicatorKind(kind, name, true, parameters, List.of("value"), warmUp, memory, meaning, source,
                use -> new Priced(use.of(), maker.apply(use))));
    }

    /** An indicator of one number of each bar with several outputs. */
    void prices(String kind, List<IndicatorParameter> parameters, List<String> outputs,
            ToIntFunction<IndicatorUse> warmUp, Memory memory, String meaning, String source,
            Function<IndicatorUse, Indicator> maker) {
        add(new IndicatorKind(kind, name, true, parameters, outputs, warmUp, memory, meaning, source, maker));
    }

    /** An indicator of whole bars with one output. */
    void bar(String kind, List<IndicatorParameter> parameters, ToIntFunction<IndicatorUse> warmUp, Memory memory,
            String meaning, String source, Function<IndicatorUse, Told> maker) {
        add(new IndicatorKind(kind, name, false, parameters, List.of("value"), warmUp, memory, meaning, source,
                use -> new Single(maker.apply(use))));
    }

    /** An indicator of whole bars with several outputs. */
    void bars(String kind, List<IndicatorParameter> parameters, List<String> outputs,
            ToIntFunction<IndicatorUse> warmUp, Memory memory, String meaning, String source,
            Function<IndicatorUse, Indicator> maker) {
        add(new IndicatorKind(kind, name, false, parameters, outputs, warmUp, memory, meaning, source, maker));
    }

    /** Takes bars in one way and tells them in several. */
    static Indicator several(Push push, DoubleSupplier... outputs) {
        return new Several(push, outputs);
    }

    /** Takes one number of each bar and tells it in several ways. */
    static Indicator several(IndicatorUse use, DoubleUnaryOperator push, DoubleSupplier... outputs) {
        Told told = told(use, push);
        return new Several((t, o, h, l, c, v) -> told.push(o, h, l, c, v), outputs);
    }

    /** The parameter that counts bars and is called length. */
    static List<IndicatorParameter> length(int usual, int min) {
        return List.of(IndicatorParameter.bars("length", usual, min));
    }

    /** A parameter that counts bars, at least one. */
    static IndicatorParameter count(String parameter, int usual) {
        return IndicatorParameter.bars(parameter, usual, 1);
    }

    /** A distance in multiples of something. */
    static IndicatorParameter multiple(double usual) {
        return IndicatorParameter.number("multiple", usual, 0.1, 20);
    }

    /** The largest of those parameters. */
    static int largest(IndicatorUse use, String... parameters) {
        return Arrays.stream(parameters).mapToInt(use::bars).max().orElse(0);
    }

    private static Told told(IndicatorUse use, DoubleUnaryOperator push) {
        return (o, h, l, c, v) -> push.applyAsDouble(use.of().of(o, h, l, c, v));
    }

    private void add(IndicatorKind kind) {
        if (kinds.put(kind.name(), kind) != null) {
            throw new IllegalStateException("indicator " + kind.name() + " is there twice");
        }
    }

    /** One number of each bar, one output. */
    private static final class Priced implements Indicator {

        private final PriceSource source;
        private final boolean ofClose;
        private final DoubleUnaryOperator how;
        private double last = Double.NaN;

        Priced(PriceSource source, DoubleUnaryOperator how) {
            this.source = source;
            this.ofClose = source == PriceSource.CLOSE;
            this.how = how;
        }

        @Override
        public void push(long openTimeMs, double open, double high, double low, double close, double volume) {
            last = how.applyAsDouble(ofClose ? close : source.of(open, high, low, close, volume));
        }

        @Override
        public double value(int output) {
            return last;
        }
    }

    /** One output. */
    private static final class Single implements Indicator {

        private final Told told;
        private double last = Double.NaN;

        Single(Told told) {
            this.told = told;
        }

        @Override
        public void push(long openTimeMs, double open, double high, double low, double close, double volume) {
            last = told.push(open, high, low, close, volume);
        }

        @Override
        public double value(int output) {
            return last;
        }
    }

    /** Several outputs. */
    private record Several(Push how, DoubleSupplier[] outputs) implements Indicator {

        @Override
        public void push(long openTimeMs, double open, double high, double low, double close, double volume) {
            how.push(openTimeMs, open, high, low, close, volume);
        }

        @Override
        public double value(int output) {
            return outputs[output].getAsDouble();
        }
    }
}
