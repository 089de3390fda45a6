package org.portcullis.engine.rules;

import java.util.List;
import java.util.Set;

/**
 * The allow-list of rule code. Rule text is code that runs with our rights, so it may name only the fact packages its
 * owner lists and a closed list of plain values of the Java library; no class that reads a clock, touches a file, a
 * thread, the network or a class object is on it.
 */
public final class RuleSandbox {

    private static final Set<String> LANG = Set.of("Object", "String", "CharSequence", "Comparable", "Iterable",
            "Number", "Boolean", "Byte", "Short", "Integer", "Long", "Character", "Float", "Double", "Math",
            "StrictMath", "Enum", "Record", "ArithmeticException", "IllegalArgumentException",
            "IllegalStateException");
    private static final Set<String> OTHER = Set.of("java.math.BigDecimal", "java.math.BigInteger",
            "java.math.MathContext", "java.math.RoundingMode", "java.time.Instant", "java.time.Duration",
            "java.time.LocalDate", "java.time.LocalTime", "java.time.LocalDateTime", "java.time.OffsetDateTime",
            "java.time.ZonedDateTime", "java.time.ZoneId", "java.time.ZoneOffset", "java.time.DayOfWeek",
            "java.time.Month", "java.time.Period", "java.time.temporal.ChronoUnit", "java.time.temporal.Temporal",
            "java.time.temporal.TemporalAmount", "java.time.temporal.TemporalUnit", "java.util.Collection",
            "java.util.List", "java.util.Set", "java.util.SortedSet", "java.util.Map", "java.util.SortedMap",
            "java.util.Map$Entry", "java.util.Optional", "java.util.OptionalInt", "java.util.OptionalLong",
            "java.util.OptionalDouble", "java.util.Objects");
    private static final Set<String> MEMBERS_REFUSED = Set.of("getClass", "getDeclaringClass", "wait", "notify",
            "notifyAll", "now", "random", "systemDefault", "getLong", "getInteger", "getBoolean", "forName",
            // these can compute without end on a short text, and nothing can stop them
            "matches", "replaceAll", "replaceFirst", "split", "repeat", "format", "formatted", "pow", "shiftLeft",
            "scaleByPowerOfTen", "movePointRight", "setScale");

    private final List<String> packages;

    private RuleSandbox(List<String> packages) {
        this.packages = packages;
    }

    /**
     * A sandbox whose facts come from the given packages and everything below them. Rule hosting itself and technical
     * adapters stay closed, whatever is listed.
     *
     * @param factPackages package names, each with its dot at the end: {@code org.portcullis.}
     */
    public static RuleSandbox allowing(String... factPackages) {
        for (String name : factPackages) {
            if (!name.matches("([a-z][a-z0-9_]*\\.)+")) {
                throw new IllegalArgumentException("a fact package is written like org.portcullis. and not: " + name);
            }
        }
        return new RuleSandbox(List.of(factPackages));
    }

    /**
     * Whether rules may name this type.
     *
     * @param type binary name such as {@code java.util.Map$Entry}; arrays and primitives are asked for by their element
     */
    public boolean allowsType(String type) {
        if (type.startsWith("java.lang.") && LANG.contains(type.substring("java.lang.".length()))) {
            return true;
        }
        return OTHER.contains(type) || packages.stream().anyMatch(type::startsWith) && isFactPlace(type);
    }

    /** Whether rules may name this type of {@code java.lang} without importing it. */
    public boolean allowsSimpleLangType(String simpleName) {
        return LANG.contains(simpleName) && !simpleName.equals("Object");
    }

    /** Whether rules may make one with {@code new}: big numbers only come from facts, as their size has no bound. */
    public boolean allowsNew(String type) {
        return allowsType(type) && !type.startsWith("java.math.");
    }

    /** Whether rules may use a member of this name: none that leads to a class object, a clock, chance or a lock. */
    public boolean allowsMember(String name) {
        return !MEMBERS_REFUSED.contains(name);
    }

    private static boolean isFactPlace(String type) {
        boolean adapter = type.contains(".adapter.") && !type.contains(".adapter.rules.");
        return !adapter && !type.startsWith("org.portcullis.engine.");
    }

    /** The fact packages, for a message or a hash. */
    @Override
    public String toString() {
        return "facts of " + packages;
    }
}
