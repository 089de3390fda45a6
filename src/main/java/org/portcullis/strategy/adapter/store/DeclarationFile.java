package org.portcullis.strategy.adapter.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.market.Cross;
import org.portcullis.market.Happening;
import org.portcullis.market.IndicatorUse;
import org.portcullis.market.Reading;
import org.portcullis.strategy.PackFile;
import org.portcullis.strategy.PackParameters;

/**
 * Reads a pack's {@code strategy.yaml}: {@code parameters:}, and where they are wanted {@code indicators:} and
 * {@code events:}.
 */
public final class DeclarationFile {

    /** Every section that the file may have. */
    private static final Set<String> SECTIONS = Set.of("parameters", "indicators", "events", "exits");
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private DeclarationFile() {
    }

    /** An indicator as it stands in the file: what may be there depends on its kind. */
    static final class Declared extends LinkedHashMap<String, Object> {

        private static final long serialVersionUID = 1L;
    }

    /** A cross as it stands in the file. */
    record Crossing(String line, @JsonProperty @Nullable Object crossesAbove,
            @JsonProperty @Nullable Object crossesBelow) {
    }

    /**
     * Reads every section.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static PackFile read(Path file) {
        PackParameters parameters = new PackParameters(new TreeMap<>(YamlTable.section(file, "parameters", SECTIONS,
                ParameterFile.Entry.class, (name, entry) -> ParameterFile.bounded(entry))));
        if (parameters.numbers().isEmpty()) {
            throw new IllegalArgumentException(file + ":1: the pack has no parameters: stop-atr and target-atr at "
                    + "least must be there");
        }
        SortedMap<String, IndicatorUse> indicators = new TreeMap<>(YamlTable.section(file, "indicators", SECTIONS,
                Declared.class, (name, declared) -> indicator(name, declared)));
        SortedMap<String, Cross> crosses = new TreeMap<>(YamlTable.section(file, "events", SECTIONS, Crossing.class,
                (name, crossing) -> cross(name, crossing, indicators)));
        return new PackFile(parameters, indicators, crosses);
    }

    private static IndicatorUse indicator(String name, Declared declared) {
        named(name);
        if (!declared.containsKey("use")) {
            throw new IllegalArgumentException("use is missing; add the kind of indicator, such as use: ema");
        }
        return IndicatorUse.declared(declared);
    }

    private static Cross cross(String name, Crossing crossing, Map<String, IndicatorUse> indicators) {
        named(name);
        if (Happening.of(name).isPresent()) {
            throw new IllegalArgumentException("has the name of a happening; choose another than "
                    + Arrays.stream(Happening.values()).map(Happening::word).toList());
        }
        Object above = crossing.crossesAbove();
        Object below = crossing.crossesBelow();
        Object crossed = above != null ? above : below;
        if (crossed == null || above != null && below != null) {
            throw new IllegalArgumentException("needs crosses-above or crosses-below, and not both");
        }
        Reading line = Reading.named(crossing.line(), indicators);
        return crossed instanceof Number level ? new Cross(line, null, level.doubleValue(), above != null)
                : new Cross(line, Reading.named(crossed.toString(), indicators), 0, above != null);
    }

    private static void named(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("a name is small letters and digits with dashes between");
        }
    }
}
