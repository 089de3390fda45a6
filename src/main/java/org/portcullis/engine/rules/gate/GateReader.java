package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlHeader;
import org.portcullis.engine.rules.source.DrlRule;
import org.portcullis.engine.rules.source.DrlWord;
import org.portcullis.engine.rules.source.DrlWord.Kind;
import org.portcullis.engine.rules.source.ImportedTypes;

/**
 * Reads the conditions of rules word by word: patterns of a type with comparisons of fields, bound variables, constants
 * and numbers. A comparison that it cannot read counts as one that may hold; a rule built otherwise as one that may
 * fire.
 */
final class GateReader {

    private static final Set<String> NOT_READ = Set.of("or", "||", "forall", "accumulate", "collect", "from", "eval",
            "(", "over", "@", "?", "entry", "do", "if");

    private final Map<String, Class<?>> imports = new HashMap<>();
    private final List<Class<?>> types;

    /** @param types types of slots; types met for the first time are added */
    GateReader(DrlFile file, ClassLoader loader, List<Class<?>> types) {
        this.types = types;
        DrlHeader header = file.header();
        if (header == null) {
            return;
        }
        for (String imported : header.imports()) {
            Class<?> type = ImportedTypes.find(imported, loader);
            if (type != null) {
                imports.put(imported.substring(imported.lastIndexOf('.') + 1), type);
            }
        }
    }

    RuleGate read(DrlRule rule) {
        Patterns patterns = new Patterns(rule.when());
        if (!patterns.read()) {
            return RuleGate.open(rule.name());
        }
        List<Insertion> forming = patterns.exact
                ? new ConsequenceReader(rule.then(), imports, patterns.variables, this::slotOf).read() : null;
        return RuleGate.of(rule.name(), patterns.slots, patterns.conditions, patterns.absences, forming);
    }

    /**
     * The rule with everything it records; null when it does anything else, or could not be read to the last word.
     *
     * @param readers in the conditions of how many rules of the folder each word stands
     */
    @Nullable RecordingRule recording(DrlRule rule, String recorder, Class<?> type, Map<String, Integer> readers) {
        Patterns patterns = new Patterns(rule.when());
        if (!patterns.read() || !patterns.exact || !patterns.absences.isEmpty() || patterns.slots.isEmpty()) {
            return null;
        }
        List<Statement> statements = new StatementReader(rule.then(), imports, patterns.variables, this::slotOf)
                .read(recorder, type);
        int last = patterns.slots.get(patterns.slots.size() - 1);
        boolean own = patterns.slots.size() <= 2 && readers.getOrDefault(types.get(last).getSimpleName(), 0) == 1;
        return statements == null ? null : new RecordingRule(rule.name(),
                RuleGate.patterns(patterns.slots, patterns.conditions), statements, own ? last : -1);
    }

    /** The imported type of that simple name; null when there is none. */
    @Nullable Class<?> imported(String simpleName) {
        return imports.get(simpleName);
    }

    private int slotOf(Class<?> type) {
        int known = types.indexOf(type);
        if (known >= 0) {
            return known;
        }
        types.add(type);
        return types.size() - 1;
    }

    /** The patterns of one rule. */
    private final class Patterns {

        private final List<DrlWord> words;
        private final Map<String, Class<?>> variables = new HashMap<>();
        private final List<Integer> slots = new ArrayList<>();
        private final List<RuleGate.Pattern> absences = new ArrayList<>();
        private List<Condition> conditions = new ArrayList<>();
        private boolean exact = true;
        private int at;

        Patterns(List<DrlWord> words) {
            this.words = words;
        }

        /** Whether the rule could be read as a row of patterns. */
        boolean read() {
            while (at < words.size()) {
                DrlWord word = words.get(at);
                if (word.is("and") || word.is("&&") || word.is(";") || word.is("exists")) {
                    exact &= !word.is("exists");
                    at++;
                } else if (word.is("not")) {
                    at++;
                    if (!pattern(false)) {
                        return false;
                    }
                } else if (NOT_READ.contains(word.text()) || !pattern(true)) {
                    return false;
                }
            }
            return true;
        }

        private boolean pattern(boolean needed) {
            String variable = null;
            if (at + 1 < words.size() && words.get(at + 1).is(":")) {
                variable = words.get(at).text();
                at += 2;
            }
            Class<?> type = at + 1 < words.size() && words.get(at + 1).is("(") ? imports.get(words.get(at).text())
                    : null;
            if (type == null) {
                return false;
            }
            int from = at + 2;
            at = closing(from);
            if (at > words.size()) {
                return false;
            }
            if (needed && slots.contains(slotOf(type))) {
                return false;
            }
            if (variable != null) {
                variables.put(variable, type);
            }
            if (needed) {
                slots.add(slotOf(type));
                comparisons(type, words.subList(from, at - 1));
            } else {
                absences.add(absence(type, words.subList(from, at - 1)));
            }
            return true;
        }

        private RuleGate.Pattern absence(Class<?> type, List<DrlWord> inside) {
            List<Condition> needed = conditions;
            conditions = new ArrayList<>();
            comparisons(type, inside);
            RuleGate.Pattern unwanted = new RuleGate.Pattern(slotOf(type), conditions.toArray(Condition[]::new));
            conditions = needed;
            return unwanted;
        }

        /** Index behind the bracket that closes the one before {@code from}; beyond the end when there is none. */
        private int closing(int from) {
            int depth = 1;
            for (int i = from; i < words.size(); i++) {
                depth += words.get(i).is("(") || words.get(i).is("[") ? 1 : 0;
                depth -= words.get(i).is(")") || words.get(i).is("]") ? 1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            return words.size() + 1;
        }

        private void comparisons(Class<?> type, List<DrlWord> inside) {
            List<DrlWord> one = new ArrayList<>();
            int depth = 0;
            for (DrlWord word : inside) {
                depth += word.is("(") || word.is("[") ? 1 : 0;
                depth -= word.is(")") || word.is("]") ? 1 : 0;
                if (depth == 0 && word.is(",")) {
                    add(type, one);
                    one = new ArrayList<>();
                } else {
                    one.add(word);
                }
            }
            add(type, one);
        }

        /** Adds one comparison; what has alternatives, brackets or bindings of its own is left open. */
        private void add(Class<?> type, List<DrlWord> one) {
            for (DrlWord word : TextCall.folded(one)) {
                if (word.is("||") || word.is("(") || word.is("[") || word.is(":") || word.is("!") || word.is("in")) {
                    exact = false;
                    return;
                }
            }
            List<DrlWord> part = new ArrayList<>();
            for (DrlWord word : one) {
                if (word.is("&&")) {
                    addPart(type, part);
                    part = new ArrayList<>();
                } else {
                    part.add(word);
                }
            }
            addPart(type, part);
        }

        private void addPart(Class<?> type, List<DrlWord> part) {
            for (int i = 0; i < part.size(); i++) {
                Comparison how = part.get(i).kind() == Kind.SIGN ? Comparison.of(part.get(i).text()) : null;
                if (how != null) {
                    Operand left = operand(type, part.subList(0, i));
                    Operand right = operand(type, part.subList(i + 1, part.size()));
                    Condition condition = left == null || right == null ? null : Operand.compare(left, how, right);
                    if (condition != null) {
                        conditions.add(condition);
                    }
                    exact &= condition != null;
                    return;
                }
            }
            Operand flag = part.size() == 1 && part.get(0).kind() == Kind.NAME ? operand(type, part) : null;
            if (flag != null && flag.slot() >= 0 && flag.kind() == Operand.Kind.OTHER) {
                conditions.add(Objects.requireNonNull(
                        Operand.compare(flag, Comparison.SAME, Operand.constant((Object) true))));
            } else {
                exact &= part.isEmpty();
            }
        }

        private @Nullable Operand operand(Class<?> type, List<DrlWord> side) {
            DrlWord first = side.isEmpty() ? null : side.get(0);
            if (first == null) {
                return null;
            }
            if (side.size() == 1) {
                return single(type, first);
            }
            if (TextCall.endsWithOne(side)) {
                return TextCall.operand(side, type, variables, GateReader.this::slotOf);
            }
            if (side.size() != 3 || !side.get(1).is(".") || side.get(2).kind() != Kind.NAME) {
                return null;
            }
            Class<?> owner = variables.get(first.text());
            if (owner != null) {
                return FieldReading.of(slotOf(owner), owner, side.get(2).text());
            }
            Class<?> constants = imports.get(first.text());
            return constants != null && constants.isEnum() ? constant(constants, side.get(2).text()) : null;
        }

        private @Nullable Operand single(Class<?> type, DrlWord word) {
            return switch (word.kind()) {
                case NUMBER -> word.text().matches("\\d{1,9}") ? Operand.constant(Long.parseLong(word.text())) : null;
                case TEXT -> word.text().contains("\\") ? null : Operand.constant((Object) word.text());
                case NAME -> word.is("true") || word.is("false") ? Operand.constant((Object) word.is("true"))
                        : word.is("null") || variables.containsKey(word.text()) ? null
                        : FieldReading.of(slotOf(type), type, word.text());
                case SIGN -> null;
            };
        }

        private @Nullable Operand constant(Class<?> type, String name) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return Operand.constant(constant);
                }
            }
            return null;
        }
    }
}
