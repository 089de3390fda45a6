package org.portcullis.engine.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portcullis.engine.yaml.PlainYaml.NotPlain;

/** Reads a value in the one form that its type has here; any other form is {@link NotPlain}. */
@FunctionalInterface
interface PlainForm {

    /** No number with more digits needs rounding anywhere. */
    int DIGITS_MAX = 15;
    int INTEGER_DIGITS_MAX = 9;

    /** Words that are no texts to every reader of YAML. */
    Set<String> NO_TEXTS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    /** The value. */
    Object of(YamlNode node);

    /** How values of that type are read. */
    static PlainForm of(Type type, Class<?> raw) {
        if (raw == String.class) {
            return PlainForm::text;
        }
        if (raw == int.class || raw == Integer.class) {
            return PlainForm::integer;
        }
        if (raw == double.class || raw == Double.class) {
            return node -> Double.parseDouble(number(node));
        }
        if (raw == BigDecimal.class) {
            return node -> new BigDecimal(number(node));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return PlainForm::flag;
        }
        if (raw == Object.class) {
            return PlainForm::anything;
        }
        if (raw == List.class || raw == Set.class) {
            return row(type, raw == Set.class);
        }
        return RecordShape.of(raw)::of;
    }

    private static PlainForm row(Type type, boolean set) {
        if (!(type instanceof ParameterizedType named) || !(named.getActualTypeArguments()[0] instanceof Class<?> of)) {
            throw new NotPlain();
        }
        PlainForm each = of(of, of);
        return node -> {
            if (!(node instanceof YamlNode.Row row)) {
                throw new NotPlain();
            }
            List<Object> items = new ArrayList<>();
            row.items().forEach(item -> items.add(each.of(item)));
            return set ? new HashSet<>(items) : items;
        };
    }

    /** A text, which may look like a number. */
    static String text(YamlNode node) {
        if (!(node instanceof YamlNode.Text said)
                || said.plain() && NO_TEXTS.contains(said.text().toLowerCase(Locale.ROOT))) {
            throw new NotPlain();
        }
        return said.text();
    }

    private static Integer integer(YamlNode node) {
        String number = number(node);
        if (number.indexOf('.') >= 0 || number.length() > INTEGER_DIGITS_MAX) {
            throw new NotPlain();
        }
        return Integer.valueOf(number);
    }

    private static Boolean flag(YamlNode node) {
        String word = node instanceof YamlNode.Text said && said.plain() ? said.text() : "";
        if (!word.equals("true") && !word.equals("false")) {
            throw new NotPlain();
        }
        return word.equals("true");
    }

    /** Texts, numbers, tables and rows as they are. */
    static Object anything(YamlNode node) {
        if (node instanceof YamlNode.Table table) {
            Map<String, Object> map = new LinkedHashMap<>();
            table.entries().forEach(each ->
                    map.put(((YamlNode.Text) each.key()).text(), anything(each.value())));
            return map;
        }
        if (node instanceof YamlNode.Row row) {
            return new ArrayList<>(row.items().stream().map(PlainForm::anything).toList());
        }
        String said = text(node);
        char first = said.isEmpty() ? ' ' : said.charAt(0);
        if (((YamlNode.Text) node).plain() && !(first >= 'a' && first <= 'z')) {
            String number = number(node);
            return number.indexOf('.') < 0 && number.length() <= INTEGER_DIGITS_MAX ? (Object) integer(node)
                    : Double.valueOf(withPoint(number));
        }
        return said;
    }

    private static String withPoint(String number) {
        if (number.indexOf('.') < 0) {
            throw new NotPlain();
        }
        return number;
    }

    /** Digits, one point among them at most, a minus before them at most. */
    private static String number(YamlNode node) {
        String text = node instanceof YamlNode.Text said && said.plain() ? said.text() : "";
        int from = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        boolean zero = whole == from + 1 && text.charAt(from) == '0';
        boolean good = whole > from && text.length() <= DIGITS_MAX && point != text.length() - 1
                && (zero ? from == 0 || point > 0 : text.charAt(from) != '0');
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            good &= c >= '0' && c <= '9' || i == point;
        }
        if (!good) {
            throw new NotPlain();
        }
        return text;
    }
}
