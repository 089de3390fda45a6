package org.portcullis.web.adapter.store;

import java.util.List;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.web.AlertStrip;
import org.springframework.beans.factory.ObjectProvider;

/** Open alerts; where nothing raises any there are none. */
public final class AlertReads {

    private final ObjectProvider<AlertDesk> alerts;

    public AlertReads(ObjectProvider<AlertDesk> alerts) {
        this.alerts = alerts;
    }

    /** All of them now. */
    public AlertStrip strip() {
        AlertDesk desk = alerts.getIfAvailable();
        return AlertStrip.of(desk == null ? List.of() : desk.open());
    }
}
