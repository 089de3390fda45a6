package org.portcullis.engine.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Nearest;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What settings there are, which were given, where, and what is wrong with them (S2-REQ-C1, S2-CS1). Settings are read
 * once, at the start; a change is a restart.
 */
public final class SettingsInForce {

    private static final String PREFIX = "portcullis.";
    private static final String VARIABLE = "PORTCULLIS_";
    private static final String PROFILE = "spring.config.activate.on-profile";

    private final SettingList list;
    private final ConfigurableEnvironment environment;

    SettingsInForce(SettingList list, ConfigurableEnvironment environment) {
        this.list = list;
        this.environment = environment;
    }

    /** The settings of this version as that environment gives them. */
    public static SettingsInForce of(ConfigurableEnvironment environment) {
        return new SettingsInForce(SettingList.shipped(), environment);
    }

    /** Every setting with its effective value, by key. */
    public List<SettingValue> values() {
        return list.settings().values().stream().map(this::value).toList();
    }

    /**
     * First 16 hexadecimal digits of SHA-256 over every setting that is no secret: equal hashes mean equal settings.
     */
    public String hash() {
        String text = values().stream().map(value -> value.setting().key() + "=" + value.value())
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** What is wrong, a line each with its place and what to do; empty when all is well. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        sources().forEach(source -> Arrays.stream(source.getPropertyNames()).sorted()
                .map(name -> isVariables(source) ? variableFault(name) : nameFault(source, name))
                .filter(Objects::nonNull).forEach(problems::add));
        list.settings().values().forEach(setting -> valueFault(setting).ifPresent(problems::add));
        return problems;
    }

    private @Nullable String nameFault(EnumerablePropertySource<?> source, String name) {
        if (!name.startsWith(PREFIX) || list.find(name).isPresent()) {
            return null;
        }
        String place = place(source, name) + ": " + name;
        return list.replacement(name).map(now -> place + " is no longer read; use " + now)
                .orElseGet(() -> place + " is no setting" + Nearest.hint(name, list.settings().keySet()));
    }

    /** Platforms add variables of their own by the name of a service; only a slip of the pen is refused. */
    private @Nullable String variableFault(String name) {
        if (!name.startsWith(VARIABLE) || list.variables().containsKey(name) || list.settings().keySet().stream()
                .anyMatch(key -> variable(key).equals(plain(name)))) {
            return null;
        }
        String hint = Nearest.hint(name.substring(VARIABLE.length()), Stream.concat(list.variables().keySet().stream(),
                list.settings().keySet().stream().map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_')
                        .replace('-', '_'))).map(known -> known.substring(VARIABLE.length())).toList());
        return hint.isEmpty() ? null : "environment variable " + name + " is no setting"
                + hint.replace("did you mean ", "did you mean " + VARIABLE);
    }

    private Optional<String> valueFault(Setting setting) {
        String value = environment.getProperty(setting.key());
        String fault = value == null || value.isEmpty() ? null : setting.fault(value);
        return Optional.ofNullable(fault).map(wrong -> from(setting).map(given -> given.place() + ": ").orElse("")
                + setting.key() + " " + wrong);
    }

    private SettingValue value(Setting setting) {
        Optional<Given> given = from(setting);
        String value = given.map(here -> text(setting, here)).orElse(setting.fallback());
        String shown = setting.type() == Setting.Type.SECRET ? value.isEmpty() ? "" : "set"
                : value.replaceAll("//[^/@\\s]+@", "//***@");
        return new SettingValue(setting, shown, given.map(Given::place).orElse("default"),
                given.map(Given::profile).orElse(""));
    }

    private String text(Setting setting, Given given) {
        String whole = environment.getProperty(setting.key());
        return whole != null ? whole : given.names().stream().map(given.source()::getProperty)
                .map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The first source that gives the setting, which is the one that counts. */
    private Optional<Given> from(Setting setting) {
        return sources().map(source -> {
            List<String> names = Arrays.stream(source.getPropertyNames()).filter(name -> isVariables(source)
                    ? name.startsWith(VARIABLE) && plain(name).equals(variable(setting.key()))
                    : SettingList.canonical(name).equals(SettingList.canonical(setting.key()))).sorted().toList();
            return names.isEmpty() ? null : new Given(source, names, place(source, names.get(0)),
                    Objects.toString(source.getProperty(PROFILE), ""));
        }).filter(Objects::nonNull).map(Objects::requireNonNull).findFirst();
    }

    private Stream<EnumerablePropertySource<?>> sources() {
        return environment.getPropertySources().stream().filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source);
    }

    private static String place(EnumerablePropertySource<?> source, String name) {
        Origin origin = OriginLookup.getOrigin(source, name);
        if (origin instanceof TextResourceOrigin text && text.getResource() != null && text.getLocation() != null) {
            return text.getResource().getFilename() + ":" + (text.getLocation().getLine() + 1);
        }
        return switch (source.getName()) {
            case "commandLineArgs" -> "command line";
            case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> "system property";
            case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> "environment variable " + name;
            case "portcullis-folders" -> "the folder it was started in";
            default -> source.getName();
        };
    }

    private static boolean isVariables(EnumerablePropertySource<?> source) {
        return source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static String variable(String key) {
        return plain(key.replace('.', '_').replace('-', '_'));
    }

    private static String plain(String variable) {
        return SettingList.canonical(variable.replaceAll("_\\d+_?$", ""));
    }

    private record Given(EnumerablePropertySource<?> source, List<String> names, String place, String profile) {
    }
}
