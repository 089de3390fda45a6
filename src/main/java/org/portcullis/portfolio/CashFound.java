package org.portcullis.portfolio;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/** Hears of money that is in an account and that no trade brought: somebody paid it in. */
@FunctionalInterface
public interface CashFound {

    /**
     * Money was found, in the transaction that books it.
     *
     * @param amount positive
     */
    void found(AccountId account, Money amount);
}
