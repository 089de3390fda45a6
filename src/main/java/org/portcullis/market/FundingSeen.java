package org.portcullis.market;

import java.util.List;

/** Told within this process when the desk has seen that funding became due; the venue has been told before. */
public record FundingSeen(List<FundingDue> due) {

    public FundingSeen {
        due = List.copyOf(due);
    }
}
