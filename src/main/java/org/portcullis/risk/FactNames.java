package org.portcullis.risk;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gives the values of a fact names for the person who reads the decision: {@code budget.trades-this-cycle}. */
final class FactNames {

    /** Worked out once for each type: a judgement names some hundred values. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            String prefix = dashed(type.getSimpleName()) + ".";
            return Stream.of(type.getRecordComponents())
                    .map(part -> new Part(prefix + dashed(part.getName()), reading(type, part))).toList();
        }
    };

    /**
     * One component.
     *
     * @param name what a person reads
     */
    record Part(String name, Function<Object, Object> read) {

        /**
         * Its value in that fact, as text.
         */
        String of(Record fact) {
            return String.valueOf(read.apply(fact));
        }
    }

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private FactNames() {
    }

    /** Every component of the record, in its order. */
    static List<Part> parts(Record fact) {
        return PARTS.get(fact.getClass());
    }

    /** A function object of its own for each, so that the just-in-time compiler sees through it. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> reading(Class<?> type, RecordComponent part) {
        try {
            MethodHandle handle = LOOKUP.unreflect(part.getAccessor());
            return (Function<Object, Object>) LambdaMetafactory.metafactory(LOOKUP, "apply",
                    MethodType.methodType(Function.class), handle.type().generic(), handle, handle.type().wrap())
                    .getTarget().invoke();
        } catch (Throwable unreadable) {
            throw new IllegalStateException("the fact " + type + " must be a public record", unreadable);
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
