package org.portcullis.web.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RulesState;
import org.portcullis.web.RulesView;

/** Answers from the rule library and the policy book themselves. */
public final class RulesInForce implements RulesView {

    private final RuleLibrary library;
    private final PolicyBook policy;

    public RulesInForce(RuleLibrary library, PolicyBook policy) {
        this.library = library;
        this.policy = policy;
    }

    @Override
    public RulesState rules() {
        return library.state();
    }

    @Override
    public String policyHash() {
        return policy.current().hash();
    }

    @Override
    public String policyProfile() {
        return policy.current().profile();
    }

    @Override
    public int positionsMax() {
        return policy.current().integer("risk.positions-max");
    }

    @Override
    public long exposurePctMaxE8() {
        return policy.current().number("risk.exposure-total-pct-max");
    }

    @Override
    public List<String> refused() {
        List<String> lines = new ArrayList<>(policy.refused());
        for (RulesState.FolderState folder : library.state().folders()) {
            RulesState.RefusedEdit edit = folder.refused();
            if (edit != null) {
                edit.problems().forEach(problem -> lines.add(problem.toString()));
            }
        }
        return List.copyOf(lines);
    }
}
