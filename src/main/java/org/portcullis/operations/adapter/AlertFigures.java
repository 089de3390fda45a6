package org.portcullis.operations.adapter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.portcullis.operations.alert.Alert;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.Severity;

/** Alerts as figures for Prometheus: open ones by severity, those nobody acknowledged, and how many were raised. */
final class AlertFigures implements MeterBinder {

    private final AlertDesk alerts;

    AlertFigures(AlertDesk alerts) {
        this.alerts = alerts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Severity severity : Severity.values()) {
            String name = severity.name().toLowerCase(Locale.ROOT);
            Gauge.builder("portcullis.alerts.open", alerts, desk -> desk.open().stream()
                    .filter(alert -> alert.severity() == severity).count()).tag("severity", name)
                    .description("Alerts that are not over.").register(registry);
            Gauge.builder("portcullis.alerts.unacknowledged", alerts, desk -> desk.open().stream()
                    .filter(alert -> alert.severity() == severity).map(Alert::acknowledged)
                    .filter(note -> note == null).count()).tag("severity", name)
                    .description("Open alerts at which nobody looks.").register(registry);
        }
        for (AlertCode code : AlertCode.values()) {
            FunctionCounter.builder("portcullis.alerts.raised", alerts, desk -> desk.raised(code))
                    .tag("code", code.name()).description("How often alerts were raised since the start.")
                    .register(registry);
        }
    }
}
