package org.portcullis.engine.route;

/** Sends words between rooms. Addresses are written {@code room.event.v1}; bodies are JSON of a record. */
public interface MessageBus {

    /**
     * Puts one durable message on an address. Inside a handler's broker transaction it leaves with that transaction,
     * otherwise at once.
     *
     * @param address such as {@code order.submit.v1}; must be declared in {@link Addresses}
     * @param messageId our id of the message, the broker's duplicate-detection id: sending it twice delivers it once
     * @param word a record that the shared JSON mapper can write
     * @throws RuntimeException when the broker did not take it; the caller fails closed
     */
    void send(String address, String messageId, Object word);
}
