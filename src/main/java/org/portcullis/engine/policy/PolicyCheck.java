package org.portcullis.engine.policy;

import java.util.List;

/**
 * A check of a whole policy that needs more than the policy: accounts, instruments, strategies (S2-CS1). Asked when it
 * is added and at every change; a policy with faults does not come into force.
 */
@FunctionalInterface
public interface PolicyCheck {

    /** What is wrong with the policy, a sentence each that names parameters, values and what to do; empty when good. */
    List<String> faults(Policy policy);
}
