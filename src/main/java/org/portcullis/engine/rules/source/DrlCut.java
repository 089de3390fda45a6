package org.portcullis.engine.rules.source;

import java.util.ArrayList;
import java.util.List;

/** Cuts the words of a file into rules at {@code rule}, {@code when}, {@code then} and {@code end}. */
final class DrlCut {

    private final RuleFile file;
    private final List<String> lines;
    private final List<DrlWord> words;
    private final List<DrlWord> outside = new ArrayList<>();

    DrlCut(RuleFile file, List<DrlWord> words) {
        this.file = file;
        this.lines = file.lines();
        this.words = words;
    }

    List<DrlRule> rules() {
        List<DrlRule> rules = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            if (!words.get(at).is("rule") || at + 1 >= words.size()) {
                outside.add(words.get(at++));
                continue;
            }
            int when = next("when", at + 2);
            int then = next("then", when);
            int end = next("end", then);
            if (end >= words.size()) {
                outside.addAll(words.subList(at, words.size()));
                break;
            }
            DrlWord first = words.get(at);
            rules.add(new DrlRule(words.get(at + 1).text(), first.line(), commentAbove(first.line()),
                    file.text().substring(first.from(), words.get(end).to()),
                    words.subList(at + 2, when), words.subList(when + 1, then), words.subList(then + 1, end)));
            at = end + 1;
        }
        return rules;
    }

    /** The words that belong to no rule, once the rules are cut. */
    List<DrlWord> outside() {
        return outside;
    }

    private int next(String keyword, int from) {
        for (int i = from; i < words.size(); i++) {
            if (words.get(i).is(keyword)) {
                return i;
            }
        }
        return words.size();
    }

    private String commentAbove(int line) {
        List<String> comment = new ArrayList<>();
        for (int i = line - 2; i >= 0 && lines.get(i).strip().startsWith("//"); i--) {
            comment.add(0, lines.get(i).strip().substring(2).strip());
        }
        return String.join(" ", comment);
    }
}
