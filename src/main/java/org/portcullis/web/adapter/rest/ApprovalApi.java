package org.portcullis.web.adapter.rest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.web.OrderLine;
import org.portcullis.web.PersonAnswers;
import org.portcullis.web.adapter.store.OrderReads;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders that wait for a person, and the answers. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalApi {

    private static final int LISTED = 500;

    private final OrderReads orders;
    private final PersonAnswers answers;

    ApprovalApi(OrderReads orders, PersonAnswers answers) {
        this.orders = orders;
        this.answers = answers;
    }

    @GetMapping
    List<OrderLine> waiting() {
        return orders.waiting(LISTED);
    }

    @PostMapping("/{id}/approve")
    Answer approve(@PathVariable String id, @RequestBody(required = false) Reason reason, Authentication who) {
        return answer(id, who, true, reason == null || reason.reason() == null ? "" : reason.reason().strip());
    }

    @PostMapping("/{id}/decline")
    Answer decline(@PathVariable String id, @RequestBody Reason reason, Authentication who) {
        return answer(id, who, false, Reason.required(reason));
    }

    private Answer answer(String id, Authentication who, boolean approve, String reason) {
        ClientOrderId order = new ClientOrderId(id);
        orders.find(id).orElseThrow(() -> new NotFound("There is no order " + id + "."));
        Set<String> roles = who.getAuthorities().stream()
                .map(granted -> granted.getAuthority().replaceFirst("^ROLE_", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        PersonAnswers.Outcome outcome = answers.answer(order, who.getName(), roles, approve, reason);
        if (outcome instanceof PersonAnswers.Outcome.Refused refused) {
            throw new Refused(refused.why());
        }
        return new Answer(id, approve ? "approved" : "declined", who.getName());
    }

    /** An answer that was taken. */
    record Answer(String clientOrderId, String answer, String by) {
    }
}
