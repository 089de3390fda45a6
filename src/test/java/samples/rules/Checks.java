package samples.rules;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.kernel.Money;

public final class Checks implements RuleRecorder {

    private final List<String> entries = new ArrayList<>();

    public void atMost(String code, Money actual, Money limit) {
        entries.add(code + " " + actual + " <= " + limit + " " + (actual.compareTo(limit) <= 0 ? "pass" : "fail"));
    }

    public void atMost(String code, long actual, long limit) {
        entries.add(code + " " + actual + " <= " + limit + " " + (actual <= limit ? "pass" : "fail"));
    }

    @Override
    public List<String> recorded() {
        return List.copyOf(entries);
    }
}
