package org.portcullis.order;

/** What leaves for the gateway once the transaction that decided it is kept. */
sealed interface Outgoing {

    /** An order to place. */
    record Submit(SubmitOrder command, String messageId) implements Outgoing {
    }

    /** An order to cancel. */
    record Cancel(CancelOrder command, String messageId) implements Outgoing {
    }
}
