package org.portcullis.engine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Transactions and events of a run that keeps everything in memory: who hears an event hears it at once, who hears it
 * afterwards hears it when the outermost turn has ended, as with a database. Nothing is rolled back: a failure ends the
 * run. One thread.
 */
public final class Turns implements TransactionOperations, ApplicationEventPublisher {

    private final Map<Class<?>, List<Consumer<Object>>> ears = new HashMap<>();
    private final Map<Class<?>, List<Consumer<Object>>> laterEars = new HashMap<>();
    private final TransactionStatus status = new SimpleTransactionStatus(false);
    private List<Object> later = new ArrayList<>();
    private int depth;

    /** Hears every event of that very type inside the turn in which it happens; in the order of these calls. */
    public <T> void hear(Class<T> event, Consumer<? super T> listener) {
        ears.computeIfAbsent(event, type -> new ArrayList<>()).add(told -> listener.accept(event.cast(told)));
    }

    /** Hears every event of that very type once the turn in which it happened has ended. */
    public <T> void hearAfterwards(Class<T> event, Consumer<? super T> listener) {
        laterEars.computeIfAbsent(event, type -> new ArrayList<>()).add(told -> listener.accept(event.cast(told)));
    }

    @Override
    public <T> @Nullable T execute(TransactionCallback<T> work) {
        depth++;
        T done;
        try {
            done = work.doInTransaction(status);
        } finally {
            depth--;
        }
        if (depth == 0) {
            tellAfterwards();
        }
        return done;
    }

    @Override
    public void publishEvent(Object event) {
        List<Consumer<Object>> listeners = ears.get(event.getClass());
        if (listeners != null) {
            listeners.forEach(listener -> listener.accept(event));
        }
        if (laterEars.containsKey(event.getClass())) {
            later.add(event);
            if (depth == 0) {
                tellAfterwards();
            }
        }
    }

    /** What is told may begin turns of its own, whose events are told when those end. */
    private void tellAfterwards() {
        while (!later.isEmpty()) {
            List<Object> ended = later;
            later = new ArrayList<>();
            ended.forEach(event -> laterEars.getOrDefault(event.getClass(), List.of())
                    .forEach(listener -> listener.accept(event)));
        }
    }
}
