package org.portcullis.web.adapter.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.portcullis.risk.ChangeProofs;
import org.portcullis.risk.NearestChange;
import org.portcullis.web.DecisionFilter;
import org.portcullis.web.DecisionLine;
import org.portcullis.web.Page;
import org.portcullis.web.adapter.store.DecisionReads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Judgements. */
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionApi {

    private static final int SIZE_MAX = 1_000;

    private final DecisionReads decisions;
    private final ChangeProofs proofs;

    DecisionApi(DecisionReads decisions, ChangeProofs proofs) {
        this.decisions = decisions;
        this.proofs = proofs;
    }

    @GetMapping
    Page<DecisionLine> list(@RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String instrument,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        Bounds.within("page", page, 0, Integer.MAX_VALUE / SIZE_MAX);
        Bounds.within("size", size, 1, SIZE_MAX);
        return decisions.page(new DecisionFilter(outcome, reason, instrument, strategy, text), page, size);
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable String id) {
        DecisionLine line = decisions.find(id).orElseThrow(() -> new NotFound("There is no decision " + id + "."));
        return new Whole(line, decisions.document(id).orElse("null"));
    }

    @GetMapping("/{id}/nearest-change")
    Proven nearest(@PathVariable String id) {
        return proofs.of(id).map(found -> new Proven(found, found.sentence()))
                .orElseThrow(() -> new NotFound("There is no decision " + id + " whose typed facts were kept."));
    }

    /**
     * What would have let it pass, tried by the rules in force.
     *
     * @param sentence the finding in words
     */
    record Proven(@JsonUnwrapped NearestChange change, String sentence) {
    }

    /**
     * One judgement with everything that was kept of it.
     *
     * @param decision the kept document, as it was written
     */
    record Whole(@JsonUnwrapped DecisionLine line, @JsonRawValue String decision) {
    }
}
