package org.portcullis.engine.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is made in a thread of its own while its owner does something else.
 *
 * @param <T> what is made
 */
public final class Ahead<T> {

    private final CompletableFuture<T> made;

    private Ahead(CompletableFuture<T> made) {
        this.made = made;
    }

    /** Begins now. */
    public static <T> Ahead<T> of(String name, Supplier<T> maker) {
        return new Ahead<>(CompletableFuture.supplyAsync(maker, task -> {
            Thread thread = new Thread(task, "portcullis-" + name);
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** What was made, waiting for it; throws what its maker threw. */
    public T get() {
        try {
            return made.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException said) {
                throw said;
            }
            if (failed.getCause() instanceof Error said) {
                throw said;
            }
            throw failed;
        }
    }

    /** Nobody wants it any more: it is put away as soon as it is made; that it could not be made matters to nobody. */
    public void leave(Consumer<T> away) {
        made.thenAccept(away);
    }
}
