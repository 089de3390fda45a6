package org.portcullis.market;

import java.util.List;

/** The question the regime rules answer: which regimes' tests hold? Used by one thread at a time. */
public interface RegimeJudge {

    /** What holds, in any order; empty when no test holds. */
    List<RegimeVote> judge(RegimeMeasures measures, RegimeLimits limits);
}
