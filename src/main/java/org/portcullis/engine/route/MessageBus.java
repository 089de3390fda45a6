package org.portcullis.engine.route;

import java.util.List;

/** Sends words between rooms. Addresses are written {@code room.event.v1}; bodies are JSON of a record. */
public interface MessageBus {

    /**
     * Puts one durable message on an address, at once: it is on disk when this returns, whatever becomes of the
     * caller's transaction, so the receiver must accept a message whose sender did not come to its end.
     *
     * @param address such as {@code order.submit.v1}; must be declared in {@link Addresses}
     * @param messageId our id of the message: sending it twice delivers it once; sent again after a restart of the
     *         process it may be delivered again, and changes nothing
     * @param word a record that the shared JSON mapper can write
     * @throws RuntimeException when the broker did not take it; the caller fails closed
     */
    void send(String address, String messageId, Object word);

    /**
     * Shows a passing message to one listener of a multicast address; it is not kept on disk, its sender can make it
     * anew. What one thread shows arrives in the order in which it was shown.
     *
     * @param onlyFor the listener's name: {@code venue}, {@code desk} or {@code brain} for market events
     * @throws RuntimeException when the broker did not take it
     */
    void show(String address, String messageId, Object word, String onlyFor);

    /**
     * Shows a passing message to several listeners, one after the other.
     *
     * @param listeners their names
     * @throws RuntimeException when the broker did not take it for one of them
     */
    default void show(String address, String messageId, Object word, List<String> listeners) {
        listeners.forEach(listener -> show(address, messageId, word, listener));
    }
}
