package org.portcullis.signal;

import java.util.List;

/** The question the intake rules answer: may this signal be traded? */
public interface IntakeRules {

    /**
     * @return what speaks against it, in the order of the codes; empty when nothing does
     * @throws RuntimeException when the rules did not come to an end; nothing is taken then
     */
    List<SignalFlag> judge(SignalCheck check, SignalLimits limits);
}
