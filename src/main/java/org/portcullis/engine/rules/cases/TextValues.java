package org.portcullis.engine.rules.cases;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a single value of a type from the text of a cell. */
final class TextValues {

    private static final Map<Class<?>, Function<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, text -> text), Map.entry(Object.class, text -> text),
            Map.entry(long.class, Long::parseLong), Map.entry(Long.class, Long::parseLong),
            Map.entry(int.class, Integer::parseInt), Map.entry(Integer.class, Integer::parseInt),
            Map.entry(double.class, Double::parseDouble), Map.entry(Double.class, Double::parseDouble),
            Map.entry(boolean.class, TextValues::yesOrNo), Map.entry(Boolean.class, TextValues::yesOrNo),
            Map.entry(BigDecimal.class, BigDecimal::new), Map.entry(Instant.class, Instant::parse),
            Map.entry(Duration.class, Duration::parse), Map.entry(LocalDate.class, LocalDate::parse));
    private static final Set<String> FACTORIES = Set.of("of", "parse");

    private TextValues() {
    }

    /** Whether a cell's text can give this type; other records are built from columns of their own. */
    static boolean canMake(Class<?> type) {
        return PLAIN.containsKey(type) || type.isEnum() || maker(type) != null;
    }

    /**
     * The value.
     *
     * @throws IllegalArgumentException when the text does not give one
     */
    static Object make(Class<?> type, String text) {
        Function<String, Object> plain = PLAIN.get(type);
        try {
            if (plain != null) {
                return plain.apply(text);
            }
            if (type.isEnum()) {
                return constant(type, text);
            }
            Executable maker = maker(type);
            if (maker instanceof Method factory) {
                return factory.invoke(null, text);
            }
            if (maker instanceof Constructor<?> constructor) {
                return constructor.newInstance(make(constructor.getParameterTypes()[0], text));
            }
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(text + " gives no " + type.getSimpleName() + ": "
                    + refused.getCause(), refused);
        } catch (ReflectiveOperationException | RuntimeException refused) {
            throw new IllegalArgumentException(text + " gives no " + type.getSimpleName() + ": "
                    + refused.getMessage(), refused);
        }
        throw new IllegalArgumentException("no text gives a " + type.getSimpleName());
    }

    /** Numbers by name, written {@code name=1 other=2}. */
    static SortedMap<String, Double> numbers(String text) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (String pair : text.strip().split("\\s+")) {
            int sign = pair.indexOf('=');
            if (sign < 1 || numbers.put(pair.substring(0, sign), Double.valueOf(pair.substring(sign + 1))) != null) {
                throw new IllegalArgumentException("write name=number with blanks between and each name once, not "
                        + text);
            }
        }
        return numbers;
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("there are " + Arrays.toString(type.getEnumConstants()));
    }

    /** {@code of(String)} or {@code parse(String)}, else the constructor of a value of one component. */
    private static @Nullable Executable maker(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            boolean factory = Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())
                    && FACTORIES.contains(method.getName()) && method.getReturnType() == type;
            if (factory && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})) {
                return method;
            }
        }
        if (type.isRecord() && type.getRecordComponents().length == 1) {
            for (Constructor<?> constructor : type.getConstructors()) {
                if (constructor.getParameterCount() == 1 && canMake(constructor.getParameterTypes()[0])) {
                    return constructor;
                }
            }
        }
        return null;
    }

    private static Object yesOrNo(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("write true or false");
    }
}
