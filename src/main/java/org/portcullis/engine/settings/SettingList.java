package org.portcullis.engine.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Every setting there is, as {@code settings.yaml} lists them.
 *
 * @param settings by key
 * @param replaced names that are not used, and what is used in their place
 * @param variables environment variables that are read by their own name, with their meaning
 */
public record SettingList(SortedMap<String, Setting> settings, Map<String, String> replaced,
        Map<String, String> variables) {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /**
     * The list of this version.
     *
     * @throws IllegalStateException when it cannot be read: the archive is broken
     */
    public static SettingList shipped() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream in = SettingList.class.getResourceAsStream("/settings.yaml")) {
            Map<String, Map<String, Object>> top = new Yaml(new SafeConstructor(options))
                    .load(Objects.requireNonNull(in, "settings.yaml"));
            SortedMap<String, Setting> settings = new TreeMap<>();
            part(top, "settings").forEach((key, fields) -> settings.put(key, setting(key, (Map<?, ?>) fields)));
            return new SettingList(settings, texts(part(top, "deprecated")), texts(part(top, "environment")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read settings.yaml", unreadable);
        }
    }

    /** The setting of a name in any of the forms in which it can be given. */
    Optional<Setting> find(String name) {
        String same = canonical(name);
        return settings.values().stream().filter(setting -> canonical(setting.key()).equals(same)).findFirst();
    }

    /** What is used in the place of a name that is not used. */
    Optional<String> replacement(String name) {
        String same = canonical(name);
        return replaced.entrySet().stream().filter(entry -> canonical(entry.getKey()).equals(same))
                .map(Map.Entry::getValue).findFirst();
    }

    /** A name without what its forms differ in: case, dashes, underscores and the number within a list. */
    static String canonical(String name) {
        return INDEX.matcher(name).replaceAll("").replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> part(Map<String, Map<String, Object>> top, String name) {
        return Objects.requireNonNull(top.get(name), name);
    }

    private static Map<String, String> texts(Map<String, Object> part) {
        Map<String, String> texts = new LinkedHashMap<>();
        part.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    private static Setting setting(String key, Map<?, ?> fields) {
        Setting.Type type = Setting.Type.valueOf(text(fields, "type").toUpperCase(Locale.ROOT));
        return new Setting(key, type, text(fields, "default"), bound(fields, "min"), bound(fields, "max"),
                fields.get("choices") instanceof List<?> words ? words.stream().map(String::valueOf).toList()
                        : List.of(), text(fields, "unit"), text(fields, "meaning"));
    }

    private static String text(Map<?, ?> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name).toString();
    }

    private static @Nullable String bound(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? null : value instanceof Double number
                ? java.math.BigDecimal.valueOf(number).toPlainString() : value.toString();
    }
}
