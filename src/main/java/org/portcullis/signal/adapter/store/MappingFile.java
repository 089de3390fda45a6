package org.portcullis.signal.adapter.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.signal.domain.Action;
import org.portcullis.signal.domain.Holding;
import org.portcullis.signal.domain.Mapping;
import org.portcullis.signal.domain.MappingTable;
import org.portcullis.signal.domain.TextTemplate;
import org.portcullis.signal.domain.Words;

/** Reads {@code rules/signal/mappings.yaml}. */
public final class MappingFile {

    private MappingFile() {
    }

    /** What an entry is for. */
    enum Kind { SIGNAL, NOTIFICATION }

    /** A field that says one of a few words. */
    record Said(String from, Map<String, String> words) {
    }

    /** One entry as it stands in the file. */
    record Entry(String meaning, String kind, @JsonProperty @Nullable String text,
            @JsonProperty @Nullable List<String> requires, @JsonProperty @Nullable Map<String, String> equal,
            @JsonProperty @Nullable String strategy, @JsonProperty @Nullable String exchange,
            @JsonProperty @Nullable String ticker, @JsonProperty @Nullable String interval,
            @JsonProperty @Nullable String barTime, @JsonProperty @Nullable String firedAt,
            @JsonProperty @Nullable String alertId, @JsonProperty @Nullable Said action,
            @JsonProperty @Nullable Said position, @JsonProperty @Nullable String contracts,
            @JsonProperty @Nullable String price) {
    }

    /**
     * Reads every mapping, in the order of the file.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static MappingTable read(Path file) {
        return new MappingTable(List.copyOf(
                YamlTable.read(file, "mappings", Entry.class, MappingFile::mapping).values()));
    }

    private static Mapping mapping(String name, Entry entry) {
        String text = entry.text();
        List<String> requires = entry.requires();
        Map<String, String> equal = entry.equal();
        Mapping.Places places = new Mapping.Places(entry.strategy(), entry.exchange(), entry.ticker(),
                entry.interval(), entry.barTime(), entry.firedAt(), entry.alertId(),
                words(entry.action(), Action.class), words(entry.position(), Holding.class), entry.contracts(),
                entry.price());
        return new Mapping(name, word("kind", entry.kind().toUpperCase(Locale.ROOT), Kind.class) == Kind.NOTIFICATION,
                text == null ? null : TextTemplate.of(text), requires == null ? List.of() : requires,
                equal == null ? Map.of() : equal, places);
    }

    private static <T extends Enum<T>> @Nullable Words<T> words(@Nullable Said said, Class<T> type) {
        if (said == null) {
            return null;
        }
        Map<String, T> words = new TreeMap<>();
        said.words().forEach((word, meaning) -> words.put(word, word(word, meaning, type)));
        return new Words<>(said.from(), words);
    }

    private static <T extends Enum<T>> T word(String what, String text, Class<T> type) {
        Map<T, String> known = new EnumMap<>(type);
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
            known.put(constant, constant.name());
        }
        throw new IllegalArgumentException(what + " cannot mean " + text + "; there are " + known.values());
    }
}
