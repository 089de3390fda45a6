package org.portcullis.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.PortcullisApplication;
import org.portcullis.engine.route.Json;
import org.portcullis.market.ReplayEnded;
import org.portcullis.operations.ReplayFigures;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application in this process, on a home of its own. */
public final class RunningPortcullis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final AtomicInteger BROKERS = new AtomicInteger(100);

    private final ConfigurableApplicationContext context;
    private final CompletableFuture<ReplayEnded> ended;
    private final Path home;

    private RunningPortcullis(ConfigurableApplicationContext context, CompletableFuture<ReplayEnded> ended, Path home) {
        this.context = context;
        this.ended = ended;
        this.home = home;
    }

    /** Starts it; settings are written as on a command line, without the leading dashes. */
    public static RunningPortcullis start(Path home, String... settings) {
        CompletableFuture<ReplayEnded> ended = new CompletableFuture<>();
        List<String> arguments = new ArrayList<>(List.of("--portcullis.home=" + home, "--server.port=0",
                "--management.server.port=-1", "--portcullis.broker.server=" + BROKERS.incrementAndGet(),
                "--portcullis.broker.max-disk-usage-pct=-1", "--portcullis.mode=PAPER",
                "--portcullis.strategy.enabled=momentum-core"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        ApplicationListener<PayloadApplicationEvent<ReplayEnded>> listener = new EndListener(ended);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(PortcullisApplication.class)
                .listeners(listener).run(arguments.toArray(String[]::new));
        return new RunningPortcullis(context, ended, home);
    }

    private record EndListener(CompletableFuture<ReplayEnded> ended)
            implements ApplicationListener<PayloadApplicationEvent<ReplayEnded>> {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<ReplayEnded> event) {
            ended.complete(event.getPayload());
        }
    }

    /** Waits until the replay has shown its last frame and everything that it caused has ended. */
    public ReplayFigures awaitReplayEnd() {
        try {
            ReplayEnded end = ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Path report = home.resolve("reports").resolve(end.feed() + ".json");
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(report));
            return Json.read(Files.readString(report), ReplayFigures.class);
        } catch (InterruptedException | ExecutionException | TimeoutException | IOException failed) {
            throw new AssertionError("the replay did not end", failed);
        }
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Address of the pages. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
