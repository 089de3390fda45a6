package org.portcullis.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.domain.Gating;
import org.portcullis.risk.domain.Situation;

/**
 * Everything one judgement is made from, typed, and nothing else: whoever has it and the rules comes to the same
 * verdict. Kept with the decision, so that recorded verdicts are judged again from the record alone.
 *
 * @param account the account that is judged
 * @param situation account, market, limits and proposal at that moment
 * @param gating when a person is asked
 * @param agreed the size to which a person has agreed, after which nobody is asked again; null otherwise
 * @param sizingFacts what further gates brought for sizing; none for exits and for an agreed size
 * @param judgingFacts what further gates brought for judging
 * @param policyHash hash of the policy that the limits were read from
 */
public record CaseFile(AccountId account, Situation situation, Gating gating, @Nullable Quantity agreed,
        List<Record> sizingFacts, List<Record> judgingFacts, String policyHash) {

    public CaseFile {
        sizingFacts = List.copyOf(sizingFacts);
        judgingFacts = List.copyOf(judgingFacts);
    }
}
