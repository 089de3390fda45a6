package org.portcullis.engine.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML as people write it who only name values: tables by indentation, rows with dashes, both in brackets on one
 * line, texts with and without quotes, comments. A text with anything else in it, and one with a fault, is not read
 * here at all, so that whoever reads it instead says what is wrong. It is read at each start of each command, where a
 * reader of all that YAML can be costs a tenth of a second.
 */
final class PlainYaml {

    private static final int LENGTH_MAX = 1_000_000;
    private static final int DEPTH_MAX = 20;

    private final String text;
    private final List<PlainLine> lines;
    private int at;

    private PlainYaml(String text, List<PlainLine> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** The tree; null when it takes more than this to read the text. */
    static @Nullable YamlNode read(String text) {
        List<PlainLine> lines = text.length() > LENGTH_MAX ? null : PlainLine.of(text);
        if (lines == null || lines.isEmpty()) {
            return null;
        }
        try {
            PlainYaml reader = new PlainYaml(text, lines);
            YamlNode root = reader.block(0);
            return reader.at == lines.size() ? root : null;
        } catch (NotPlain unknown) {
            return null;
        }
    }

    /** A text that is not for this reader. */
    static final class NotPlain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }

    private YamlNode block(int depth) {
        PlainLine first = lines.get(at);
        if (depth > DEPTH_MAX) {
            throw new NotPlain();
        }
        return dash(first, first.from()) ? row(first.indent(), depth) : table(first.indent(), depth);
    }

    private YamlNode row(int indent, int depth) {
        int line = lines.get(at).number();
        List<YamlNode> items = new ArrayList<>();
        while (at < lines.size() && lines.get(at).indent() == indent && dash(lines.get(at), lines.get(at).from())) {
            PlainLine here = lines.get(at++);
            PlainValue value = new PlainValue(text, here, here.from() + 1);
            if (value.isNothing() || value.looksLikeKey()) {
                throw new NotPlain();
            }
            items.add(value.read());
        }
        return ended(indent, new YamlNode.Row(line, items));
    }

    private YamlNode table(int indent, int depth) {
        int line = lines.get(at).number();
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (at < lines.size() && lines.get(at).indent() == indent) {
            PlainLine here = lines.get(at++);
            int colon = PlainValue.endOfName(text, here.from(), here.to());
            if (colon >= here.to() || text.charAt(colon) != ':') {
                throw new NotPlain();
            }
            YamlNode.Text key = new YamlNode.Text(here.number(), text.substring(here.from(), colon), true);
            PlainValue value = new PlainValue(text, here, colon + 1);
            entries.add(new YamlNode.Entry(key, value.isNothing() ? below(indent, depth) : value.read()));
        }
        return ended(indent, new YamlNode.Table(line, entries));
    }

    /** The block that belongs to a name: further in, or a row as far in as the name. */
    private YamlNode below(int indent, int depth) {
        PlainLine next = at < lines.size() ? lines.get(at) : null;
        if (next == null || next.indent() < indent || next.indent() == indent && !dash(next, next.from())) {
            throw new NotPlain();
        }
        return block(depth + 1);
    }

    /** What follows a block must stand further out; deeper lines would go on with the last value. */
    private YamlNode ended(int indent, YamlNode block) {
        if (at < lines.size() && lines.get(at).indent() >= indent
                && !(lines.get(at).indent() == indent && block instanceof YamlNode.Row)) {
            throw new NotPlain();
        }
        return block;
    }

    private boolean dash(PlainLine line, int from) {
        return text.charAt(from) == '-' && from + 1 < line.to() && text.charAt(from + 1) == ' ';
    }
}
