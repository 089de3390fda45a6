package org.portcullis.engine.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A YAML file with one top key and named entries below it, all of one shape. Unknown keys, keys given twice, values of
 * the wrong form and values refused by the word they become are faults that name file and line; a file with a fault is
 * not used at all.
 */
public final class YamlTable {

    private static final ObjectMapper MAPPER = YAMLMapper.builder(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(new RequiredUnlessMarked())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private YamlTable() {
    }

    /** Every field must be there, but for those marked with {@link JsonProperty}, which take Java's default. */
    private static final class RequiredUnlessMarked extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember field) {
            return !field.hasAnnotation(JsonProperty.class);
        }
    }

    /**
     * Reads the entries in the order of the file.
     *
     * @param topKey the only key on the first level
     * @param shape  record with the fields of one entry; all of them are required but those marked as a property
     * @param word   makes the entry's word from its name and fields; its {@link IllegalArgumentException} is reported
     *               with the line of the entry
     * @throws IllegalArgumentException with {@code file:line: what is wrong; what to do}
     * @throws UncheckedIOException     when the file cannot be read
     */
    public static <S, W> Map<String, W> read(Path file, String topKey, Class<S> shape, BiFunction<String, S, W> word) {
        try (JsonParser parser = MAPPER.createParser(new File(file.toString()))) {
            expect(file, parser, parser.nextToken() == JsonToken.START_OBJECT
                    && topKey.equals(parser.nextFieldName()) && parser.nextToken() == JsonToken.START_OBJECT,
                    "the file must begin with " + topKey + ": and named entries below it");
            Map<String, W> words = new LinkedHashMap<>();
            entries(file, parser, shape, word, words);
            expect(file, parser, parser.nextToken() == JsonToken.END_OBJECT, "unknown key beside " + topKey + ":");
            return words;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(at(file, broken) + said(broken), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /**
     * Reads the entries of one section of a file that may have several; none when the section is not there.
     *
     * @param key      the section
     * @param sections every key that the first level may have
     * @param shape    record with the fields of one entry, or a map
     * @param word     makes the entry's word, as in {@link #read}
     * @throws IllegalArgumentException with {@code file:line: what is wrong; what to do}
     * @throws UncheckedIOException     when the file cannot be read
     */
    public static <S, W> Map<String, W> section(Path file, String key, Set<String> sections, Class<S> shape,
            BiFunction<String, S, W> word) {
        try (JsonParser parser = MAPPER.createParser(new File(file.toString()))) {
            expect(file, parser, parser.nextToken() == JsonToken.START_OBJECT, "the file must have the section " + key
                    + ":");
            Map<String, W> words = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String section = parser.currentName();
                expect(file, parser, sections.contains(section), "unknown section " + section + "; known are "
                        + new TreeSet<>(sections));
                expect(file, parser, parser.nextToken() == JsonToken.START_OBJECT, section
                        + " needs named entries below it");
                if (section.equals(key)) {
                    entries(file, parser, shape, word, words);
                } else {
                    parser.skipChildren();
                }
            }
            return words;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(at(file, broken) + said(broken), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static <S, W> void entries(Path file, JsonParser parser, Class<S> shape, BiFunction<String, S, W> word,
            Map<String, W> words) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int line = parser.currentLocation().getLineNr();
            String name = parser.currentName();
            parser.nextToken();
            words.put(name, entry(file, line, name, parser, shape, word));
        }
    }

    private static <S, W> W entry(Path file, int line, String name, JsonParser parser, Class<S> shape,
            BiFunction<String, S, W> word) throws IOException {
        S fields = fields(file, line, parser, shape);
        try {
            return word.apply(name, fields);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw new IllegalArgumentException(file + ":" + line + ": " + name + ": " + refused.getMessage(), refused);
        }
    }

    /** An unknown key is noticed at the end of its entry; its own line is looked up. */
    private static <S> S fields(Path file, int line, JsonParser parser, Class<S> shape) throws IOException {
        try {
            return MAPPER.readValue(parser, shape);
        } catch (UnrecognizedPropertyException unknown) {
            Pattern key = Pattern.compile("(^|[\\s{,\"'])" + Pattern.quote(unknown.getPropertyName()) + "[\"']?\\s*:");
            List<String> lines = Files.readAllLines(file);
            int found = line;
            while (found < lines.size() && !key.matcher(lines.get(found - 1)).find()) {
                found++;
            }
            throw new IllegalArgumentException(file + ":" + found + ": " + said(unknown), unknown);
        }
    }

    private static void expect(Path file, JsonParser parser, boolean met, String what) {
        if (!met) {
            int line = Math.max(1, parser.currentLocation().getLineNr());
            throw new IllegalArgumentException(file + ":" + line + ": " + what);
        }
    }

    private static String at(Path file, JsonProcessingException broken) {
        int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
        return file + ":" + line + ": ";
    }

    private static String said(JsonProcessingException broken) {
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return "unknown key " + unknown.getPropertyName() + "; known are " + unknown.getKnownPropertyIds();
        }
        if (broken instanceof MismatchedInputException mismatched && broken.getOriginalMessage().startsWith("Missing")
                && !mismatched.getPath().isEmpty()) {
            String field = mismatched.getPath().get(mismatched.getPath().size() - 1).getFieldName();
            return field + " is missing; add it, or mend a misspelled key";
        }
        return broken.getOriginalMessage();
    }
}
