package org.portcullis.risk.adapter.gates;

import java.util.List;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.ReconcileView;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.reconcile.ReconcileState;
import org.springframework.stereotype.Component;

/** Brings to every judgement whether our books agree with the venue's (S0-08, S2-OM6). */
@Component
public class ReconcileGate implements GateFacts {

    private final ReconcileView view;

    public ReconcileGate(ReconcileView view) {
        this.view = view;
    }

    @Override
    public List<Record> judging(Subject subject) {
        ReconcileView.Books books = view.books();
        return List.of(new ReconcileState(books.clean(), books.openCases()));
    }
}
