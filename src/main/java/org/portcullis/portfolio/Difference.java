package org.portcullis.portfolio;

import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/**
 * One difference between our books and the venue's.
 *
 * @param subject what it is about: the venue's trade id, the client order id, the instrument, or {@code cash}
 * @param instrument the instrument; empty for cash
 * @param quantityE8 what our position lacks, signed, in 10<sup>-8</sup>: the venue's less ours
 * @param cash what our cash lacks: the venue's less ours
 * @param atMs event time of the fill, UTC milliseconds; zero for what is no fill
 * @param text both sides in words
 */
public record Difference(DifferenceKind kind, String subject, String instrument, long quantityE8, Money cash,
        long atMs, String text) {

    /** The same difference has the same id, however often it is found. */
    public String caseId(AccountId account) {
        return "case-" + ContentHash.first16(account.value(), kind.name(), subject, instrument,
                Long.toString(quantityE8), cash.toString());
    }
}
