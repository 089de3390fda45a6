package org.portcullis.engine.yaml;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.yaml.PlainYaml.NotPlain;

/** Reads the value that stands on the rest of a line. */
final class PlainValue {

    /** Longer ones are no names to other readers either. */
    private static final int NAME_MAX = 1000;

    private final String text;
    private final int line;
    private final int to;
    private int at;

    PlainValue(String text, PlainLine line, int from) {
        this.text = text;
        this.line = line.number();
        this.to = line.to();
        this.at = from;
        if (from < to && text.charAt(from) != ' ') {
            throw new NotPlain();
        }
        skipBlanks();
    }

    /** Where a name ends that began there: letters, digits, dashes, dots and underscores. */
    static int endOfName(String text, int from, int to) {
        int end = from;
        while (end < to && isName(text.charAt(end))) {
            end++;
        }
        if (end == from || end - from > NAME_MAX || !isLetterOrDigit(text.charAt(from))) {
            throw new NotPlain();
        }
        return end;
    }

    /** Whether nothing follows but a comment. */
    boolean isNothing() {
        return at >= to || text.charAt(at) == '#';
    }

    /** Whether it begins as an entry of a table does. */
    boolean looksLikeKey() {
        int end = at;
        while (end < to && isName(text.charAt(end))) {
            end++;
        }
        return end < to && text.charAt(end) == ':' && (end + 1 == to || text.charAt(end + 1) == ' ');
    }

    /** The value, after which nothing follows but a comment. */
    YamlNode read() {
        YamlNode value = value(false);
        int end = at;
        skipBlanks();
        if (at < to && (text.charAt(at) != '#' || at == end)) {
            throw new NotPlain();
        }
        return value;
    }

    private YamlNode value(boolean inBrackets) {
        char c = at < to ? text.charAt(at) : '\n';
        return switch (c) {
            case '{' -> table();
            case '[' -> row();
            case '"', '\'' -> quoted(c);
            default -> plain(inBrackets);
        };
    }

    private YamlNode table() {
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (next('}', entries.isEmpty())) {
            int end = endOfName(text, at, to);
            YamlNode.Text key = new YamlNode.Text(line, text.substring(at, end), true);
            if (end + 1 >= to || text.charAt(end) != ':' || text.charAt(end + 1) != ' ') {
                throw new NotPlain();
            }
            at = end + 1;
            skipBlanks();
            entries.add(new YamlNode.Entry(key, value(true)));
        }
        return new YamlNode.Table(line, entries);
    }

    private YamlNode row() {
        List<YamlNode> items = new ArrayList<>();
        while (next(']', items.isEmpty())) {
            if (looksLikeKey()) {
                throw new NotPlain();
            }
            items.add(value(true));
        }
        return new YamlNode.Row(line, items);
    }

    /** Goes to the next part in brackets, or behind the closing one. */
    private boolean next(char closing, boolean first) {
        if (first) {
            at++;
        }
        skipBlanks();
        char c = at < to ? text.charAt(at) : '\n';
        if (c == closing) {
            at++;
            return false;
        }
        if (first == (c == ',')) {
            throw new NotPlain();
        }
        at += first ? 0 : 1;
        skipBlanks();
        return true;
    }

    private YamlNode quoted(char quote) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0 || end >= to || end + 1 < to && text.charAt(end + 1) == quote) {
            throw new NotPlain();
        }
        String said = text.substring(at + 1, end);
        if (quote == '"' && said.indexOf('\\') >= 0) {
            throw new NotPlain();
        }
        at = end + 1;
        return new YamlNode.Text(line, said, false);
    }

    /** Ends at a comment, and in brackets at a comma or the closing bracket. */
    private YamlNode plain(boolean inBrackets) {
        int from = at;
        int end = at;
        for (; at < to; at++) {
            char c = text.charAt(at);
            if (inBrackets && (c == ',' || c == '}' || c == ']') || c == '#' && text.charAt(at - 1) == ' ') {
                break;
            }
            if (c == ':' || inBrackets && (c == '{' || c == '[' || c == '"' || c == '?')) {
                throw new NotPlain();
            }
            end = c == ' ' ? end : at + 1;
        }
        char first = from < end ? text.charAt(from) : ' ';
        boolean negative = first == '-' && from + 1 < end && isLetterOrDigit(text.charAt(from + 1));
        if (!isLetterOrDigit(first) && first != '/' && !negative) {
            throw new NotPlain();
        }
        at = end;
        return new YamlNode.Text(line, text.substring(from, end), true);
    }

    private void skipBlanks() {
        while (at < to && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isName(char c) {
        return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
    }
}
