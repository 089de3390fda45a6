package org.portcullis.risk;

import org.portcullis.kernel.AccountId;

/** How many fills an account got lately; kept, so that a restart forgets none (B-R4). */
@FunctionalInterface
public interface FillCount {

    /** Fills of the account at or after that moment of event time, each counted once. */
    int since(AccountId account, long fromMs);
}
