package org.portcullis.web.adapter.store;

import java.util.Optional;
import org.portcullis.engine.route.Json;
import org.portcullis.risk.Decision;
import org.portcullis.web.DecisionLine;
import org.portcullis.web.DecisionStory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a kept judgement back and tells it. */
public final class StoryReads {

    private static final Logger LOG = LoggerFactory.getLogger(StoryReads.class);

    private final DecisionReads decisions;

    public StoryReads(DecisionReads decisions) {
        this.decisions = decisions;
    }

    /** The story of one judgement, or nothing. */
    public Optional<DecisionStory> find(String decisionId) {
        return decisions.find(decisionId).flatMap(this::of);
    }

    /** The story of a judgement whose line is known. */
    public Optional<DecisionStory> of(DecisionLine line) {
        return decisions.document(line.decisionId())
                .map(document -> told(line, document));
    }

    /** A judgement that this version cannot read any more is still listed, with the line that is known. */
    private static DecisionStory told(DecisionLine line, String document) {
        try {
            return Storyteller.tell(line, Json.read(document, Decision.class));
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("decision {} cannot be read: {}", line.decisionId(), unreadable.getMessage());
            return Storyteller.withoutDocument(line);
        }
    }
}
