package org.portcullis.engine.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/** All governed parameters at one moment: immutable, complete and inside their bounds. */
public final class Policy {

    private final String profile;
    private final SortedMap<String, Parameter> parameters;
    private final String hash;
    /** What was read before, as numbers: some forty are read for every order. */
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<String, Duration> durations = new ConcurrentHashMap<>();

    Policy(String profile, SortedMap<String, Parameter> parameters) {
        this.profile = profile;
        this.parameters = new TreeMap<>(parameters);
        this.hash = hashOf(profile, this.parameters);
    }

    /** The profile in force, such as {@code conservative}. */
    public String profile() {
        return profile;
    }

    /**
     * First 16 hexadecimal digits of SHA-256 over profile and effective values (S2-CH1): equal hashes mean equal
     * limits, whatever comments or order the file has.
     */
    public String hash() {
        return hash;
    }

    /**
     * The same policy with other values of some parameters, and a hash of its own.
     *
     * @param by who sets them, for people
     * @throws IllegalArgumentException naming what is unknown, of another type or out of the parameter's bounds
     */
    public Policy with(String by, Map<String, String> values) {
        SortedMap<String, Parameter> changed = new TreeMap<>(parameters);
        values.forEach((key, value) -> {
            Parameter declared = parameters.get(key);
            if (declared == null) {
                throw new IllegalArgumentException("the policy has no parameter " + key
                        + Nearest.hint(key, parameters.keySet()));
            }
            Parameter next = declared.overridden(by, value, declared.line());
            String fault = next.fault();
            if (fault != null) {
                throw new IllegalArgumentException(fault);
            }
            changed.put(key, next);
        });
        return new Policy(profile, changed);
    }

    public SortedMap<String, Parameter> parameters() {
        return java.util.Collections.unmodifiableSortedMap(parameters);
    }

    /** A decimal in 10<sup>-8</sup> units. */
    public long number(String key) {
        Long known = numbers.get(key);
        if (known == null) {
            known = FixedPoint.parse(typed(key, Parameter.Type.NUMBER).value());
            numbers.put(key, known);
        }
        return known;
    }

    /** A decimal that counts percent. */
    public Percent percent(String key) {
        return new Percent(number(key));
    }

    /** A decimal that counts account currency. */
    public Money money(String key) {
        return new Money(number(key));
    }

    public int integer(String key) {
        return Integer.parseInt(typed(key, Parameter.Type.INTEGER).value());
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(typed(key, Parameter.Type.FLAG).value());
    }

    public Duration duration(String key) {
        Duration known = durations.get(key);
        if (known == null) {
            known = Parameter.durationOf(typed(key, Parameter.Type.DURATION).value());
            durations.put(key, known);
        }
        return known;
    }

    /** One of the parameter's choices. */
    public String word(String key) {
        return typed(key, Parameter.Type.WORD).value();
    }

    private Parameter typed(String key, Parameter.Type type) {
        Parameter parameter = parameters.get(key);
        if (parameter == null) {
            throw new IllegalArgumentException("rules/policy.yaml has no parameter " + key
                    + "; a limit that protects money has no default, add it");
        }
        if (parameter.type() != type) {
            throw new IllegalArgumentException(key + " is a " + parameter.type() + ", not a " + type);
        }
        return parameter;
    }

    private static String hashOf(String profile, SortedMap<String, Parameter> parameters) {
        StringBuilder text = new StringBuilder("profile=").append(profile).append('\n');
        parameters.forEach((key, parameter) -> text.append(key).append('=').append(parameter.value()).append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
