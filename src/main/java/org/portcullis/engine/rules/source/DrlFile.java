package org.portcullis.engine.rules.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.portcullis.engine.rules.RuleProblem;

/**
 * A rule file read twice: by Drools' own parser, whose tree is what gets compiled, and by our words, which know every
 * line. Where the two readings differ the file is refused, so that nothing can hide between them. A file of which that
 * is known already need be read by its words alone.
 *
 * @param file     the file
 * @param syntax   Drools' tree; null when there are problems, and of a file that was read by its words alone
 * @param header   what it says outside its rules; null when there are problems
 * @param words    all words; empty when the text cannot be cut
 * @param rules    its rules in order
 * @param problems why the file cannot be read; empty for a readable one
 */
public record DrlFile(RuleFile file, @Nullable PackageDescr syntax, @Nullable DrlHeader header, List<DrlWord> words,
                      List<DrlRule> rules, List<RuleProblem> problems) {

    public DrlFile {
        words = List.copyOf(words);
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /** Reads a file; problems are part of the result. */
    public static DrlFile read(RuleFile file) {
        if (file.text().startsWith("\uFEFF")) {
            return broken(file, 1, "begins with a byte order mark: save it as UTF-8 without one");
        }
        if (file.text().contains("\\u")) {
            return broken(file, lineOf(file, "\\u"), "unicode escapes hide what a rule does: write the character");
        }
        try {
            List<DrlWord> words = DrlLexer.words(file.text(), 1);
            if (words.isEmpty()) {
                return broken(file, 1, "holds no rules: remove the file or write its rule");
            }
            return parse(file, words);
        } catch (DrlLexer.Unreadable unreadable) {
            return broken(file, unreadable.line(), String.valueOf(unreadable.getMessage()));
        }
    }

    /**
     * Reads a file whose very text was read before and found without a problem, by its words alone: they say the same,
     * and Drools' parser takes a hundred times as long.
     *
     * @return the file; null when its words are such that only {@link #read} can tell
     */
    public static @Nullable DrlFile known(RuleFile file) {
        if (file.text().startsWith("\uFEFF") || file.text().contains("\\u")) {
            return null;
        }
        try {
            List<DrlWord> words = DrlLexer.words(file.text(), 1);
            DrlCut cut = new DrlCut(file, words);
            List<DrlRule> rules = cut.rules();
            DrlHeader header = DrlHeader.of(cut.outside());
            return header == null || rules.isEmpty() ? null
                    : new DrlFile(file, null, header, words, rules, List.of());
        } catch (DrlLexer.Unreadable unreadable) {
            return null;
        }
    }

    private static DrlFile parse(RuleFile file, List<DrlWord> words) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        List<RuleProblem> problems = new ArrayList<>();
        PackageDescr syntax = null;
        try {
            syntax = parser.parse(false, file.text());
        } catch (DroolsParserException | RuntimeException unreadable) {
            problems.add(new RuleProblem(file.name(), 1, "is not a rule file: " + unreadable.getMessage()));
        }
        for (DroolsError error : parser.getErrors()) {
            int line = Arrays.stream(error.getLines()).findFirst().orElse(1);
            problems.add(new RuleProblem(file.name(), line, oneLine(error.getMessage())));
        }
        DrlCut cut = new DrlCut(file, words);
        List<DrlRule> rules = cut.rules();
        if (problems.isEmpty() && syntax != null) {
            problems.addAll(differences(file, syntax, rules, DrlHeader.of(cut.outside())));
        }
        PackageDescr tree = problems.isEmpty() ? syntax : null;
        return new DrlFile(file, tree, tree == null ? null : DrlHeader.of(tree), words, rules, problems);
    }

    private static List<RuleProblem> differences(RuleFile file, PackageDescr syntax, List<DrlRule> rules,
            @Nullable DrlHeader header) {
        List<RuleProblem> found = new ArrayList<>();
        List<String> ours = rules.stream().map(DrlRule::name).toList();
        List<String> theirs = syntax.getRules().stream().map(RuleDescr::getName).toList();
        if (rules.isEmpty() && theirs.isEmpty()) {
            found.add(new RuleProblem(file.name(), 1, "holds no rules: remove the file or write its rule"));
        } else if (!ours.equals(theirs)) {
            found.add(new RuleProblem(file.name(), 1, "can be read in two ways, as rules " + ours + " or " + theirs
                    + ": write plain rules"));
        } else if (header != null && !header.equals(DrlHeader.of(syntax))) {
            found.add(new RuleProblem(file.name(), 1, "can be read in two ways, as " + header + " or "
                    + DrlHeader.of(syntax) + ": write package, imports and globals on lines of their own"));
        }
        for (int i = 0; found.isEmpty() && i < rules.size(); i++) {
            String consequence = String.valueOf(syntax.getRules().get(i).getConsequence());
            List<String> compiled = texts(DrlLexer.words(consequence, 1));
            if (!compiled.equals(texts(rules.get(i).then()))) {
                found.add(new RuleProblem(file.name(), rules.get(i).line(), "the consequence of " + ours.get(i)
                        + " can be read in two ways: write plain statements"));
            }
        }
        return found;
    }

    private static List<String> texts(List<DrlWord> words) {
        return words.stream().map(word -> word.kind() + word.text()).toList();
    }

    private static DrlFile broken(RuleFile file, int line, String message) {
        return new DrlFile(file, null, null, List.of(), List.of(),
                List.of(new RuleProblem(file.name(), line, message)));
    }

    private static int lineOf(RuleFile file, String part) {
        int at = file.text().indexOf(part);
        return 1 + (int) file.text().substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }
}
