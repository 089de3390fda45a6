package org.portcullis.research.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portcullis.engine.route.Json;
import org.portcullis.risk.Decision;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;

/** Writes every decision as a line of JSON, denied ones too, to be looked through by reason (B-B9). */
final class DecisionLines implements AutoCloseable {

    /** One line. */
    record Line(String decisionId, long atMs, String proposalId, String strategy, String rule, String intent,
            String instrument, String side, String outcome, List<String> reasons, String quantity, String limitPrice,
            String referencePrice) {
    }

    private final BufferedWriter out;

    DecisionLines(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            this.out = Files.newBufferedWriter(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write decisions to " + file, failed);
        }
    }

    void add(Verdict verdict) {
        Decision decision = verdict.decision();
        try {
            out.write(Json.write(new Line(decision.decisionId(), decision.decidedAtMs(),
                    decision.proposal().proposalId(), decision.proposal().strategy(), decision.proposal().rule(),
                    decision.proposal().intent().name(), decision.proposal().instrument().value(),
                    decision.proposal().side().name(), verdict.outcome().name(),
                    verdict.reasons().stream().map(ReasonCode::name).toList(), decision.quantity().toString(),
                    decision.limitPrice().toString(),
                    org.portcullis.kernel.FixedPoint.format(decision.proposal().referencePriceE8()))));
            out.newLine();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write decisions", failed);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write decisions", failed);
        }
    }
}
