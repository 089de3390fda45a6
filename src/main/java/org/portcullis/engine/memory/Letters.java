package org.portcullis.engine.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.portcullis.engine.route.MessageBus;

/**
 * The bus of a run that keeps everything in memory: words wait in the order in which they were sent and are handed over
 * one at a time, each when the one before has ended. One thread.
 */
public final class Letters implements MessageBus {

    private record Letter(String address, Object word) {
    }

    private final Map<String, Consumer<Object>> readers = new HashMap<>();
    private final Deque<Letter> waiting = new ArrayDeque<>();

    /** Names who reads an address; words of another type there are a mistake of ours. */
    public <T> void reader(String address, Class<T> word, Consumer<T> reader) {
        readers.put(address, told -> reader.accept(word.cast(told)));
    }

    @Override
    public void send(String address, String messageId, Object word) {
        waiting.add(new Letter(address, word));
    }

    @Override
    public void show(String address, String messageId, Object word, String onlyFor) {
        send(address, messageId, word);
    }

    /** Hands over everything that waits, and what is sent meanwhile. */
    public void deliver() {
        Letter next = waiting.poll();
        while (next != null) {
            Consumer<Object> reader = readers.get(next.address());
            if (reader == null) {
                throw new IllegalStateException("nobody reads " + next.address());
            }
            reader.accept(next.word());
            next = waiting.poll();
        }
    }
}
