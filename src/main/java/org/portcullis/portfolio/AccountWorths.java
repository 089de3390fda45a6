package org.portcullis.portfolio;

import java.util.Optional;
import org.portcullis.kernel.AccountId;

/** Tells what accounts are worth. */
@FunctionalInterface
public interface AccountWorths {

    /** What the account is worth now, or nothing when it was never opened. */
    Optional<AccountWorth> worth(AccountId account);
}
