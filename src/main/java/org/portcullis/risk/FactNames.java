package org.portcullis.risk;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentDigest;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/** Gives the values of a fact names for the person who reads the decision: {@code budget.trades-this-cycle}. */
final class FactNames {

    /** Worked out once for each type: a judgement names some hundred values. */
    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            String prefix = dashed(type.getSimpleName()) + ".";
            return Stream.of(type.getRecordComponents())
                    .map(part -> part(prefix, type, part)).toArray(Part[]::new);
        }
    };

    /** What a component holds, by its declared type: known once, so that no value is asked what it is. */
    private enum Kind { WHOLE, FLAG, MONEY, PERCENT, QUANTITY, PRICE, OTHER }

    /**
     * One component.
     *
     * @param name  what a person reads
     * @param whole reads whole numbers as they are; null for everything else
     */
    record Part(String name, Kind kind, Function<Object, Object> read, @Nullable ToLongFunction<Object> whole) {

        /** Puts its value in that fact into a hash. */
        void weigh(Record fact, ContentDigest digest) {
            if (whole != null) {
                digest.number(whole.applyAsLong(fact));
                return;
            }
            Object value = read.apply(fact);
            if (value == null) {
                FactNames.weigh(value, digest);
                return;
            }
            switch (kind) {
                case FLAG -> digest.number((Boolean) value ? 1 : 0);
                case MONEY -> digest.number(((Money) value).e8());
                case PERCENT -> digest.number(((Percent) value).e8());
                case QUANTITY -> digest.number(((Quantity) value).e8());
                case PRICE -> digest.number(((Price) value).e8());
                default -> FactNames.weigh(value, digest);
            }
        }

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

    /** Puts the fact into a hash: its type and each of its values. */
    static void weigh(Record fact, ContentDigest digest) {
        digest.word(fact.getClass().getSimpleName());
        for (Part part : PARTS.get(fact.getClass())) {
            part.weigh(fact, digest);
        }
    }

    /** Puts a value into a hash; what is counted in 10<sup>-8</sup> as that number. */
    static void weigh(@Nullable Object value, ContentDigest digest) {
        if (value instanceof Money money) {
            digest.number(money.e8());
        } else if (value instanceof Percent percent) {
            digest.number(percent.e8());
        } else if (value instanceof Quantity quantity) {
            digest.number(quantity.e8());
        } else if (value instanceof Price price) {
            digest.number(price.e8());
        } else if (value instanceof Confidence sure) {
            digest.number(sure.e8());
        } else if (value instanceof Integer || value instanceof Long) {
            digest.number(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            digest.number(truth ? 1 : 0);
        } else {
            if (value instanceof Enum<?> word) {
                digest.word(word.name());
            } else {
                digest.text(String.valueOf(value));
            }
        }
    }

    /** Every component of the record, in its order. */
    static List<Part> parts(Record fact) {
        return List.of(PARTS.get(fact.getClass()));
    }

    private static Part part(String prefix, Class<?> type, RecordComponent part) {
        Class<?> held = part.getType();
        Kind kind = held == long.class || held == int.class ? Kind.WHOLE : held == boolean.class ? Kind.FLAG
                : held == Money.class ? Kind.MONEY : held == Percent.class ? Kind.PERCENT
                : held == Quantity.class ? Kind.QUANTITY : held == Price.class ? Kind.PRICE : Kind.OTHER;
        return new Part(prefix + dashed(part.getName()), kind, reading(type, part),
                kind == Kind.WHOLE ? counting(type, part) : null);
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

    @SuppressWarnings("unchecked")
    private static ToLongFunction<Object> counting(Class<?> type, RecordComponent part) {
        try {
            MethodHandle handle = LOOKUP.unreflect(part.getAccessor());
            return (ToLongFunction<Object>) LambdaMetafactory.metafactory(LOOKUP, "applyAsLong",
                    MethodType.methodType(ToLongFunction.class), MethodType.methodType(long.class, Object.class),
                    handle, handle.type().changeReturnType(long.class)).getTarget().invoke();
        } catch (Throwable unreadable) {
            throw new IllegalStateException("the fact " + type + " must be a public record", unreadable);
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
