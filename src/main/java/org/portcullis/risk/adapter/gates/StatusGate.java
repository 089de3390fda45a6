package org.portcullis.risk.adapter.gates;

import java.util.List;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.TradingStatus;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.breaker.ProductStatus;
import org.springframework.stereotype.Component;

/**
 * Brings what the venue lets one do with the instrument (S2-REQ-EX1): post-only, limit-only, cancel-only and offline
 * products are not entered, nor is one whose status is unknown or cannot be asked.
 */
@Component
public class StatusGate implements GateFacts {

    private final CatalogueDesk catalogue;

    public StatusGate(CatalogueDesk catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Record> judging(Subject subject) {
        TradingStatus status = catalogue.status(subject.proposal().instrument());
        return List.of(new ProductStatus(status.name(), status == TradingStatus.TRADING));
    }
}
