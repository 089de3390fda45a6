package org.portcullis.web.adapter.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.order.shadow.ShadowSummary;
import org.portcullis.order.shadow.ShadowTrade;
import org.portcullis.order.shadow.TwinBook;
import org.portcullis.web.AuditView;
import org.portcullis.web.DecisionFilter;
import org.portcullis.web.adapter.store.DecisionReads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Judgements to search through, the entries of the audit trail, and both as files. */
@Controller
class AuditPages {

    private static final int SIZE = 50;
    private static final int EXPORTED_MAX = 100_000;
    private static final int TWINS = 200;

    private final DecisionReads decisions;
    private final AuditView audit;
    private final TwinBook twins;

    AuditPages(DecisionReads decisions, AuditView audit, TwinBook twins) {
        this.decisions = decisions;
        this.audit = audit;
        this.twins = twins;
    }

    @GetMapping("/audit")
    String decisions(@ModelAttribute("filter") DecisionFilter filter, @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("tab", "decisions");
        model.addAttribute("chain", audit.chain());
        model.addAttribute("page", decisions.page(filter, Math.max(0, page), SIZE));
        model.addAttribute("query", query(filter));
        model.addAttribute("strategies", decisions.choices(DecisionReads.Choice.STRATEGY));
        model.addAttribute("instruments", decisions.choices(DecisionReads.Choice.INSTRUMENT));
        model.addAttribute("reasonCodes", decisions.choices(DecisionReads.Choice.REASON));
        return "audit";
    }

    @GetMapping("/audit/trail")
    String trail(@RequestParam(required = false) @Nullable String text, @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("tab", "trail");
        model.addAttribute("chain", audit.chain());
        model.addAttribute("text", text);
        model.addAttribute("page", audit.page(text == null || text.isBlank() ? null : text.strip(), Math.max(0, page),
                SIZE));
        model.addAttribute("query", text == null ? "" : "text=" + Csv.encoded(text) + "&");
        return "audit";
    }

    /** The newest trades beside their twins (S2-ST4). */
    @GetMapping("/audit/shadow")
    String shadow(Model model) {
        List<ShadowTrade> trades = twins.newest(TWINS);
        model.addAttribute("tab", "shadow");
        model.addAttribute("chain", audit.chain());
        model.addAttribute("summary", ShadowSummary.of(trades));
        model.addAttribute("trades", trades);
        return "audit";
    }

    /** The filtered judgements as a file, newest first. */
    @GetMapping("/audit/decisions.csv")
    void export(@ModelAttribute DecisionFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"decisions.csv\"");
        PrintWriter out = response.getWriter();
        Csv.row(out, "decision_id", "decided_at", "account", "instrument", "strategy", "rule", "intent", "side",
                "outcome", "reasons", "quantity", "limit_price", "reference_price", "rules_version", "policy_hash",
                "verdict_micros");
        decisions.each(filter, EXPORTED_MAX, line -> Csv.row(out, line.decisionId(), line.decidedAt(), line.account(),
                line.instrument(), line.strategy(), line.rule(), line.intent(), line.side(), line.outcome(),
                String.join("|", line.reasons()), line.quantity(), line.limitPrice(), line.referencePrice(),
                line.rulesVersion(), line.policyHash(), line.verdictMicros()));
    }

    private static String query(DecisionFilter filter) {
        StringBuilder query = new StringBuilder();
        append(query, "outcome", filter.outcome());
        append(query, "reason", filter.reason());
        append(query, "instrument", filter.instrument());
        append(query, "strategy", filter.strategy());
        append(query, "text", filter.text());
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(name).append('=').append(Csv.encoded(value)).append('&');
        }
    }
}
