package org.portcullis.web.adapter.rest;

import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RulesState;
import org.portcullis.market.WarmReport;
import org.portcullis.market.WarmStart;
import org.portcullis.web.AuditView;
import org.portcullis.web.Glance;
import org.portcullis.web.RulesView;
import org.portcullis.web.Status;
import org.portcullis.web.adapter.store.LiveReads;
import org.portcullis.web.adapter.store.StatusReads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mode, versions, feed position, counts, rules in force. */
@RestController
@RequestMapping("/api/v1")
class StatusApi {

    private final StatusReads status;
    private final LiveReads live;
    private final RulesView rules;
    private final AuditView audit;
    private final ObjectProvider<WarmStart> warm;

    StatusApi(StatusReads status, LiveReads live, RulesView rules, AuditView audit, ObjectProvider<WarmStart> warm) {
        this.warm = warm;
        this.status = status;
        this.live = live;
        this.rules = rules;
        this.audit = audit;
    }

    @GetMapping("/status")
    Now status() {
        return new Now(status.now(), live.glance(), audit.chain(),
                warm.stream().findFirst().flatMap(WarmStart::last).orElse(null));
    }

    @GetMapping("/rules")
    RulesState rules() {
        return rules.rules();
    }

    /**
     * Everything about now.
     *
     * @param warmStart how the warm start of the live feed went (S3-17); nothing in a replay, or before it has ended
     */
    record Now(Status status, Glance glance, AuditView.Chain auditChain, @Nullable WarmReport warmStart) {
    }
}
