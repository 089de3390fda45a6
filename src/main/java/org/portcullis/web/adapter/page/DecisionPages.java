package org.portcullis.web.adapter.page;

import org.portcullis.risk.ChangeProofs;
import org.portcullis.web.DecisionStory;
import org.portcullis.web.adapter.store.DecisionReads;
import org.portcullis.web.adapter.store.OrderReads;
import org.portcullis.web.adapter.store.StoryReads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One judgement, explained. */
@Controller
class DecisionPages {

    private final StoryReads stories;
    private final OrderReads orders;
    private final ChangeProofs proofs;

    DecisionPages(DecisionReads decisions, OrderReads orders, ChangeProofs proofs) {
        this.stories = new StoryReads(decisions);
        this.orders = orders;
        this.proofs = proofs;
    }

    @GetMapping("/decisions/{id}")
    String page(@PathVariable String id, Model model) {
        DecisionStory story = stories.find(id).orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no decision " + id + "."));
        model.addAttribute("story", story);
        if (!story.line().outcome().equals("APPROVED")) {
            model.addAttribute("nearest", proofs.of(id).orElse(null));
        }
        model.addAttribute("order", orders.ofDecision(id).orElse(null));
        return "decision";
    }
}
