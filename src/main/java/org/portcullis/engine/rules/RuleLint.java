package org.portcullis.engine.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlRule;
import org.portcullis.engine.rules.source.DrlWord;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/** The written form of rules: names agree, no order between rules, no limits in the text, no clock, a comment each. */
public final class RuleLint {

    private static final Map<String, String> ORDER = Map.of(
            "salience", "rules of a group have no order; make two groups, focused from Java",
            "no-loop", "rules do not change facts, so nothing can loop; remove it",
            "lock-on-active", "rules do not change facts, so nothing can loop; remove it",
            "auto-focus", "the caller focuses a group; remove it",
            "activation-group", "every rule of a group may fire; make two groups if only one may",
            "enabled", "remove the rule instead of disabling it",
            "timer", "time is a fact; compare it in the condition",
            "duration", "time is a fact; compare it in the condition",
            "date-effective", "time is a fact; compare it in the condition",
            "date-expires", "time is a fact; compare it in the condition");
    private static final Set<String> CHANGES = Set.of("modify", "update", "delete", "retract", "insertLogical");
    private static final Set<String> CLOCK = Set.of("now", "currentTimeMillis", "nanoTime", "Clock", "InstantSource",
            "Date", "Calendar", "systemDefault", "systemUTC");

    private final List<LintFinding> findings = new ArrayList<>();

    private RuleLint() {
    }

    /** Everything found in the given files, which may come from several folders; sorted by file and line. */
    public static List<LintFinding> findings(Iterable<DrlFile> files) {
        RuleLint lint = new RuleLint();
        Map<String, String> seen = new HashMap<>();
        for (DrlFile file : files) {
            lint.checkFile(file);
            file.rules().forEach(rule -> lint.checkRule(file, rule, seen));
        }
        return lint.findings.stream().sorted((a, b) -> a.problem().compareTo(b.problem())).toList();
    }

    private void checkFile(DrlFile file) {
        List<DrlWord> words = file.words();
        List<DrlWord> packages = words.stream().filter(word -> word.is("package")).toList();
        if (packages.size() != 1) {
            style(file, packages.isEmpty() ? 1 : packages.get(1).line(), "a file has exactly one package line: package "
                    + file.file().drlPackage());
        }
        if (file.header() != null && !file.header().drlPackage().equals(file.file().drlPackage())) {
            refuse(file, packages.isEmpty() ? 1 : packages.get(0).line(), "package " + file.header().drlPackage()
                    + " does not follow the path: write package " + file.file().drlPackage());
        }
    }

    private void checkRule(DrlFile file, DrlRule rule, Map<String, String> seen) {
        String group = file.file().agendaGroup();
        String place = file.file().name() + ":" + rule.line();
        String before = seen.putIfAbsent(rule.name(), place);
        if (before != null) {
            refuse(file, rule.line(), "rule " + rule.name() + " stands already at " + before + ": rename one");
        }
        if (!rule.agendaGroup().equals(group)) {
            refuse(file, rule.line(), "rule " + rule.name() + " has agenda-group \"" + rule.agendaGroup()
                    + "\": a file answers one question; write agenda-group \"" + group + "\"");
        }
        if (!rule.name().matches(Pattern.quote(group) + "\\.[a-z0-9]+(-[a-z0-9]+)*")) {
            style(file, rule.line(), "rule " + rule.name() + " is not named after its group: write " + group
                    + ".what-it-does in lower case with dashes");
        }
        if (rule.comment().isEmpty()) {
            style(file, rule.line(), "rule " + rule.name() + " has no comment line directly above it: say in a sentence"
                    + " what it is for");
        }
        checkHead(file, rule);
        checkWords(file, rule.when());
        checkWords(file, rule.then());
    }

    private void checkHead(DrlFile file, DrlRule rule) {
        StringBuilder head = new StringBuilder(" ");
        int line = rule.line();
        for (DrlWord word : rule.head()) {
            boolean joined = head.charAt(head.length() - 1) == '-' || word.is("-");
            head.append(joined ? "" : " ").append(word.kind() == Kind.TEXT ? "\"\"" : word.text());
            String soFar = head.toString();
            for (Map.Entry<String, String> order : ORDER.entrySet()) {
                if (soFar.endsWith(" " + order.getKey())) {
                    refuse(file, Math.max(line, word.line()), order.getKey() + " is not for rules: "
                            + order.getValue());
                }
            }
        }
    }

    private void checkWords(DrlFile file, List<DrlWord> words) {
        for (DrlWord word : words) {
            if (word.kind() == Kind.NAME && CHANGES.contains(word.text())) {
                refuse(file, word.line(), word.text() + " changes facts: insert a new fact that says so");
            }
            if (word.kind() == Kind.NAME && CLOCK.contains(word.text())) {
                refuse(file, word.line(), word.text() + " reads a clock: take the time from a fact");
            }
            boolean number = word.kind() == Kind.NUMBER
                    || word.kind() == Kind.TEXT && word.text().matches("-?\\d+(\\.\\d+)?");
            if (number && !word.text().matches("[01][lL]?")) {
                style(file, word.line(), "the number " + word.text() + " is a limit in the text: put it into"
                        + " policy.yaml and compare with the fact that carries it");
            }
        }
    }

    private void refuse(DrlFile file, int line, String message) {
        findings.add(new LintFinding(new RuleProblem(file.file().name(), line, message), true));
    }

    private void style(DrlFile file, int line, String message) {
        findings.add(new LintFinding(new RuleProblem(file.file().name(), line, message), false));
    }
}
