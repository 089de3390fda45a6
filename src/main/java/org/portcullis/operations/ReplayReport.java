package org.portcullis.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.StageTimes;
import org.portcullis.market.ReplayEnded;
import org.portcullis.operations.adapter.store.KeptFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says and keeps what a replay did once it has ended, and ends the process if that was asked. */
@Component
class ReplayReport {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayReport.class);
    private static final double NANOS_PER_SECOND = 1e9;

    private final KeptFigures kept;
    private final StageTimes stages;
    private final Background background;
    private final ConfigurableApplicationContext application;
    private final Path reports;
    private final boolean exitAtEnd;

    ReplayReport(KeptFigures kept, StageTimes stages, Background background, ConfigurableApplicationContext application,
            @Value("${portcullis.home}") Path home,
            @Value("${portcullis.feed.replay.exit-at-end:false}") boolean exit) {
        this.kept = kept;
        this.stages = stages;
        this.background = background;
        this.application = application;
        this.reports = home.resolve("reports");
        this.exitAtEnd = exit;
    }

    @EventListener
    void on(ReplayEnded ended) {
        double seconds = ended.elapsedNanos() / NANOS_PER_SECOND;
        ReplayFigures figures = new ReplayFigures(ended.feed(), ended.source(), ended.bars(), ended.refused(),
                kept.barsJudged(), kept.verdicts(), kept.orders(), kept.fills(), seconds,
                seconds > 0 ? ended.bars() / seconds : 0, stages.figures("verdict"), stages.figures("brain"),
                kept.hash());
        String report = write(figures);
        LOG.info("replay ended: {}", report);
        if (exitAtEnd) {
            background.apart("exit", () -> System.exit(SpringApplication.exit(application, () -> 0)));
        }
    }

    private String write(ReplayFigures figures) {
        try {
            Files.createDirectories(reports);
            String text = Json.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures);
            Files.writeString(reports.resolve(figures.feed() + ".json"), text + System.lineSeparator());
            return text;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the report into " + reports, failed);
        }
    }
}
