package org.portcullis.risk;

import org.portcullis.kernel.AccountId;

/** The question of the desk to the portfolio: what does the account hold? Answered inside the desk's transaction. */
public interface AccountView {

    /**
     * Cash and positions as of the last fill booked, with the account's row locked until the transaction ends, so that
     * two judgements can never both pass the same limit.
     */
    AccountState lockAndRead(AccountId account);
}
