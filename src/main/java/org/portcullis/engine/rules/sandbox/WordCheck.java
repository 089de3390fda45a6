package org.portcullis.engine.rules.sandbox;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.source.DrlWord;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/** Checks the words of conditions and consequences against what rules may say. */
final class WordCheck {

    private static final Set<String> CONDITION_SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "(",
            ")", "+", "-", "*", "/", "%", ",", ".", ":");
    private static final Set<String> CONDITION_WORDS = Set.of("this", "true", "false", "null", "in", "not", "contains",
            "memberOf", "excludes");
    private static final Set<String> CONSEQUENCE_SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "(",
            ")", "+", "-", "*", "/", "%", ",", ".", ":", "?", ";", "=");
    private static final Set<String> CONSEQUENCE_REFUSED = Set.of("for", "while", "do", "switch", "try", "catch",
            "throw", "synchronized", "class", "interface", "enum", "record", "static", "native", "return", "assert",
            "super", "this", "instanceof", "drools", "kcontext", "modify", "update", "delete", "retract",
            "insertLogical", "channels", "eval", "volatile", "yield", "var", "abstract", "import",
            "package", "goto", "strictfp", "transient", "extends", "implements", "throws", "public", "private",
            "protected");

    private final RuleSandbox sandbox;
    private final Set<String> types;
    private final Predicate<String> vocabulary;
    private final BiConsumer<Integer, String> refuse;

    /**
     * A check for one file.
     *
     * @param types      the simple names of imported types
     * @param vocabulary whether a condition may use a name
     * @param refuse     takes the line and what is wrong
     */
    WordCheck(RuleSandbox sandbox, Set<String> types, Predicate<String> vocabulary,
            BiConsumer<Integer, String> refuse) {
        this.sandbox = sandbox;
        this.types = types;
        this.vocabulary = vocabulary;
        this.refuse = refuse;
    }

    void condition(List<DrlWord> words) {
        for (int i = 0; i < words.size(); i++) {
            DrlWord word = words.get(i);
            if (word.kind() == Kind.SIGN && !CONDITION_SIGNS.contains(word.text())) {
                refuse.accept(word.line(), "conditions compare facts; " + word.text() + " is not for them: "
                        + "have the fact answer the question");
            } else if (word.isCapital()) {
                capital(words, i);
            } else if (word.kind() == Kind.NAME && !word.text().startsWith("$")
                    && !CONDITION_WORDS.contains(word.text()) && !vocabulary.test(word.text())) {
                refuse.accept(word.line(), "conditions may not use " + word.text()
                        + ": it is no property of an imported fact, or it leads to a type outside the allow-list");
            }
        }
    }

    void consequence(List<DrlWord> words) {
        for (int i = 0; i < words.size(); i++) {
            DrlWord word = words.get(i);
            if (word.kind() == Kind.SIGN && !CONSEQUENCE_SIGNS.contains(word.text())) {
                refuse.accept(word.line(), "a consequence is a few plain statements; " + word.text()
                        + " is not for it: move the logic into the fact");
            } else if (word.kind() == Kind.NAME && CONSEQUENCE_REFUSED.contains(word.text())) {
                refuse.accept(word.line(), "a consequence records or inserts; " + word.text()
                        + " is not for it: " + instead(word.text()));
            } else if (word.isCapital()) {
                capital(words, i);
            } else if (word.kind() == Kind.NAME && !sandbox.allowsMember(word.text())) {
                refuse.accept(word.line(), word.text() + " is outside the allow-list: take it from a fact");
            }
        }
    }

    /** A capital name is an imported type, or a constant or nested type of one; never the end of a package name. */
    private void capital(List<DrlWord> words, int at) {
        DrlWord word = words.get(at);
        boolean member = at >= 2 && words.get(at - 1).is(".");
        boolean known = member ? words.get(at - 2).isCapital() && sandbox.allowsMember(word.text())
                : types.contains(word.text()) || sandbox.allowsSimpleLangType(word.text());
        if (!known) {
            refuse.accept(word.line(), "type " + word.text() + " is outside the allow-list or not imported: "
                    + "import a fact type by its full name");
        }
    }

    private static String instead(String word) {
        return switch (word) {
            case "modify", "update", "delete", "retract" -> "facts never change; insert a new fact that says so";
            case "for", "while", "do" -> "let the pattern match each fact";
            case "drools", "kcontext", "channels" -> "use insert( fact ) or the group's recorder";
            default -> "move the logic into the fact";
        };
    }
}
