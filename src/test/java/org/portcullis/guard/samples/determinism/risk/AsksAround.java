package org.portcullis.guard.samples.determinism.risk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Broken on purpose: every way to lose determinism, once each. */
public final class AsksAround {

    /** What no replay can repeat. */
    public List<Object> ask() {
        return List.of(System.currentTimeMillis(), Instant.now(), LocalDate.now(), Clock.systemUTC(), new Date(),
                new Random(), UUID.randomUUID(), Math.random(), new Thread(() -> { }),
                Executors.newFixedThreadPool(1), CompletableFuture.supplyAsync(() -> ""));
    }
}
