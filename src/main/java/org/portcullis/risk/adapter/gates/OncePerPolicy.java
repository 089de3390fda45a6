package org.portcullis.risk.adapter.gates;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;

/** Reads what a gate needs of the policy once for each policy in force: every order asks for the same numbers. */
final class OncePerPolicy<T> {

    private final PolicyBook policies;
    private final Function<Policy, T> reading;
    private volatile @Nullable Known<T> last;

    OncePerPolicy(PolicyBook policies, Function<Policy, T> reading) {
        this.policies = policies;
        this.reading = reading;
    }

    /** As the policy in force says. */
    T now() {
        Policy policy = policies.current();
        Known<T> known = last;
        if (known == null || known.policy() != policy) {
            known = new Known<>(policy, reading.apply(policy));
            last = known;
        }
        return known.answer();
    }

    private record Known<T>(Policy policy, T answer) {
    }
}
