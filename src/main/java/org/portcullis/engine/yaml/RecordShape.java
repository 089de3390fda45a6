package org.portcullis.engine.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.PlainYaml.NotPlain;

/**
 * Makes records of plain tables: each component by its name in small letters with dashes, required unless it is marked
 * as a property. What a record refuses, and every shape or form of value beyond a few, is for others to read.
 */
final class RecordShape<S> {

    private final Class<S> type;
    private final Executable maker;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    /** Made of one text rather than of a table. */
    private final boolean ofText;

    /**
     * A component.
     *
     * @param place    among the arguments
     * @param value    reads what is said of it
     * @param required whether something must be; nothing is null else
     */
    private record Field(int place, PlainForm value, boolean required) {
    }

    private RecordShape(Class<S> type, Executable maker, boolean ofText) {
        this.type = type;
        this.maker = maker;
        this.ofText = ofText;
        maker.setAccessible(true);
    }

    /** The shape; {@link NotPlain} when it is none of those that are made here. */
    static <S> RecordShape<S> of(Class<S> type) {
        try {
            if (type.isRecord()) {
                Method creator = creator(type);
                return creator == null ? byComponents(type) : byCreator(type, creator);
            }
            if (type.getSuperclass() == LinkedHashMap.class
                    && type.getGenericSuperclass().getTypeName().endsWith("<java.lang.String, java.lang.Object>")) {
                return new RecordShape<>(type, type.getDeclaredConstructor(), false);
            }
        } catch (NoSuchMethodException unusual) {
            throw new NotPlain();
        }
        throw new NotPlain();
    }

    private static <S> RecordShape<S> byComponents(Class<S> type) throws NoSuchMethodException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        Constructor<S> made = type.getDeclaredConstructor(types);
        RecordShape<S> shape = new RecordShape<>(type, made, false);
        for (int i = 0; i < types.length; i++) {
            shape.field(i, kebab(components[i].getName()), components[i].getGenericType(), types[i],
                    !marked(components[i].getAccessor()));
        }
        return shape;
    }

    private static <S> RecordShape<S> byCreator(Class<S> type, Method creator) {
        Parameter[] parameters = creator.getParameters();
        boolean ofText = parameters.length == 1 && !marked(parameters[0]) && parameters[0].getType() == String.class;
        RecordShape<S> shape = new RecordShape<>(type, creator, ofText);
        for (int i = 0; !ofText && i < parameters.length; i++) {
            JsonProperty named = parameters[i].getAnnotation(JsonProperty.class);
            if (named == null || named.value().isEmpty()) {
                throw new NotPlain();
            }
            shape.field(i, named.value(), parameters[i].getParameterizedType(), parameters[i].getType(),
                    named.required());
        }
        return shape;
    }

    private void field(int place, String name, Type of, Class<?> raw, boolean required) {
        fields.put(name, new Field(place, PlainForm.of(of, raw), required || raw.isPrimitive()));
    }

    private static @Nullable Method creator(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type
                    && method.isAnnotationPresent(JsonCreator.class)) {
                return method;
            }
        }
        return null;
    }

    private static boolean marked(AnnotatedElement element) {
        return element.isAnnotationPresent(JsonProperty.class);
    }

    /** {@code maxAtRiskPct} becomes {@code max-at-risk-pct}. */
    static String kebab(String name) {
        StringBuilder words = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                words.append('-').append((char) (c - 'A' + 'a'));
            } else {
                words.append(c);
            }
        }
        return words.toString();
    }

    /** The record that the table or text makes; {@link NotPlain} when it makes none. */
    S of(YamlNode node) {
        if (ofText) {
            return made(new Object[] {PlainForm.text(node)});
        }
        if (!(node instanceof YamlNode.Table table)) {
            throw new NotPlain();
        }
        return type.isRecord() ? made(arguments(table)) : filled(table);
    }

    private @Nullable Object[] arguments(YamlNode.Table table) {
        @Nullable Object[] arguments = new Object[fields.size()];
        boolean[] given = new boolean[arguments.length];
        for (YamlNode.Entry entry : table.entries()) {
            Field field = fields.get(((YamlNode.Text) entry.key()).text());
            if (field == null) {
                throw new NotPlain();
            }
            arguments[field.place()] = field.value().of(entry.value());
            given[field.place()] = true;
        }
        for (Field field : fields.values()) {
            if (field.required() && !given[field.place()]) {
                throw new NotPlain();
            }
        }
        return arguments;
    }

    @SuppressWarnings("unchecked")
    private S filled(YamlNode.Table table) {
        S map = made(new Object[0]);
        for (YamlNode.Entry entry : table.entries()) {
            ((Map<String, Object>) map).put(((YamlNode.Text) entry.key()).text(), PlainForm.anything(entry.value()));
        }
        return map;
    }

    /** What a record refuses is told with its line by others. */
    private S made(@Nullable Object[] arguments) {
        try {
            return type.cast(maker instanceof Method method ? method.invoke(null, arguments)
                    : ((Constructor<?>) maker).newInstance(arguments));
        } catch (ReflectiveOperationException refused) {
            throw new NotPlain();
        }
    }
}
