package org.portcullis.web.adapter.store;

import java.util.Optional;
import org.portcullis.engine.route.Json;
import org.portcullis.risk.Decision;
import org.portcullis.web.DecisionLine;
import org.portcullis.web.DecisionStory;

/** Reads a kept judgement back and tells it. */
public final class StoryReads {

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
                .map(document -> Storyteller.tell(line, Json.read(document, Decision.class)));
    }
}
