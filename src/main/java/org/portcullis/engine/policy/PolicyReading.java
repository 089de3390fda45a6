package org.portcullis.engine.policy;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs of the policy in force, looked up once for each policy: for questions that are asked for every
 * bar. May be asked from any thread.
 *
 * @param <T> what is needed; immutable
 */
public final class PolicyReading<T> {

    private final PolicyBook policies;
    private final Function<Policy, T> reading;
    private volatile @Nullable Read<T> last;

    private record Read<T>(Policy policy, T value) {
    }

    /** @param reading looks it up; called again only when another policy is in force */
    public PolicyReading(PolicyBook policies, Function<Policy, T> reading) {
        this.policies = policies;
        this.reading = reading;
    }

    /** It, of the policy in force now. */
    public T now() {
        Policy policy = policies.current();
        Read<T> read = last;
        if (read == null || read.policy() != policy) {
            read = new Read<>(policy, reading.apply(policy));
            last = read;
        }
        return read.value();
    }
}
