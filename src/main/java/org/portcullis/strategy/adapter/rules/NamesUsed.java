package org.portcullis.strategy.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.source.DrlLexer;
import org.portcullis.engine.rules.source.DrlWord;
import org.portcullis.engine.rules.source.DrlWord.Kind;
import org.portcullis.market.Happening;
import org.portcullis.strategy.PackFile;

/** Compares the names that rules write in quotes with those that their pack declares. */
final class NamesUsed {

    private NamesUsed() {
    }

    /** Every name that is not declared, with file and line; empty when all are. */
    static List<String> faults(RuleBook rules, PackFile declared) {
        Set<String> readings = declared.readings().keySet();
        Map<String, Predicate<String>> known = Map.of("value", readings::contains, "previous", readings::contains,
                "barsSince", name -> declared.crosses().containsKey(name) || Happening.of(name).isPresent(),
                "number", name -> declared.parameters().numbers().containsKey(name));
        List<String> faults = new ArrayList<>();
        for (RuleText rule : rules.rules()) {
            List<DrlWord> words = DrlLexer.words(rule.source(), rule.line());
            for (int i = 0; i + 2 < words.size(); i++) {
                DrlWord name = words.get(i + 2);
                Predicate<String> knows = known.get(words.get(i).text());
                if (knows != null && words.get(i + 1).is("(") && name.kind() == Kind.TEXT
                        && !knows.test(name.text())) {
                    faults.add(rule.file() + ":" + name.line() + ": " + words.get(i).text() + "(\"" + name.text()
                            + "\") is not declared in its strategy.yaml");
                }
            }
        }
        return faults;
    }
}
