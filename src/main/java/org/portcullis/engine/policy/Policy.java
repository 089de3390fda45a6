package org.portcullis.engine.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/** All governed parameters at one moment: immutable, complete and inside their bounds. */
public final class Policy {

    private final String profile;
    private final SortedMap<String, Parameter> parameters;
    private final String hash;
    /** The same, to be found fast and read once: some forty are read for every order. */
    private final Map<String, Read> values;

    /** A parameter and what its text says, worked out when it is first asked for; both ways round it is the same. */
    private static final class Read {
        private final Parameter parameter;
        private @Nullable Long number;
        private @Nullable Duration duration;
        private @Nullable Boolean flag;

        Read(Parameter parameter) {
            this.parameter = parameter;
        }
    }

    Policy(String profile, SortedMap<String, Parameter> parameters) {
        this.profile = profile;
        this.parameters = new TreeMap<>(parameters);
        this.hash = hashOf(profile, this.parameters);
        this.values = new HashMap<>(2 * parameters.size());
        parameters.forEach((key, parameter) -> values.put(key, new Read(parameter)));
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
        Read read = typed(key, Parameter.Type.NUMBER);
        Long known = read.number;
        if (known == null) {
            known = FixedPoint.parse(read.parameter.value());
            read.number = known;
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
        Read read = typed(key, Parameter.Type.INTEGER);
        Long known = read.number;
        if (known == null) {
            known = (long) Integer.parseInt(read.parameter.value());
            read.number = known;
        }
        return (int) (long) known;
    }

    public boolean flag(String key) {
        Read read = typed(key, Parameter.Type.FLAG);
        Boolean known = read.flag;
        if (known == null) {
            known = Boolean.parseBoolean(read.parameter.value());
            read.flag = known;
        }
        return known;
    }

    public Duration duration(String key) {
        Read read = typed(key, Parameter.Type.DURATION);
        Duration known = read.duration;
        if (known == null) {
            known = Parameter.durationOf(read.parameter.value());
            read.duration = known;
        }
        return known;
    }

    /** One of the parameter's choices. */
    public String word(String key) {
        return typed(key, Parameter.Type.WORD).parameter.value();
    }

    private Read typed(String key, Parameter.Type type) {
        Read read = values.get(key);
        if (read == null) {
            throw new IllegalArgumentException("rules/policy.yaml has no parameter " + key
                    + "; a limit that protects money has no default, add it");
        }
        if (read.parameter.type() != type) {
            throw new IllegalArgumentException(key + " is a " + read.parameter.type() + ", not a " + type);
        }
        return read;
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
