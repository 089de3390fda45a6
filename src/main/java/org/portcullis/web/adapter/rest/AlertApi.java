package org.portcullis.web.adapter.rest;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.operations.alert.Acknowledging;
import org.portcullis.operations.alert.Alert;
import org.portcullis.operations.alert.Alert.Note;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.Severity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts: what is open, what is over, and acknowledging by a person (S2-A1). */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertApi {

    private static final int LIMIT_MAX = 1_000;

    private final ObjectProvider<AlertDesk> alerts;

    AlertApi(ObjectProvider<AlertDesk> alerts) {
        this.alerts = alerts;
    }

    /** Which alerts are asked for. */
    enum Asked { OPEN, CLOSED, ALL }

    /** Open ones first, the most urgent first; then what is over, the newest end first. */
    @GetMapping
    List<Line> list(@RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String code, @RequestParam(defaultValue = "100") int limit) {
        Asked asked = named(Asked.class, state);
        Optional<Severity> urgent = Optional.ofNullable(severity).map(word -> named(Severity.class, word));
        Optional<AlertCode> only = Optional.ofNullable(code).map(word -> named(AlertCode.class, word));
        int most = Bounds.within("limit", limit, 1, LIMIT_MAX);
        Stream<Alert> open = asked == Asked.CLOSED ? Stream.empty() : desk().open().stream();
        Stream<Alert> closed = asked == Asked.OPEN ? Stream.empty() : desk().closed(only, LIMIT_MAX).stream();
        return Stream.concat(open, closed).filter(alert -> urgent.isEmpty() || alert.severity() == urgent.get())
                .filter(alert -> only.isEmpty() || alert.code() == only.get()).limit(most).map(Line::of).toList();
    }

    /** A person looks at it. */
    @PostMapping("/{alertId}/acknowledge")
    Line acknowledge(@PathVariable String alertId, @RequestBody Reason reason, Principal who) {
        Acknowledging outcome = desk().acknowledge(alertId, who.getName(), Reason.required(reason));
        if (outcome instanceof Acknowledging.AlreadyBy already) {
            throw new Refused(already.person() + " has acknowledged this alert.");
        }
        if (outcome instanceof Acknowledging.Acknowledged acknowledged) {
            return Line.of(acknowledged.alert());
        }
        throw new NotFound("There is no open alert " + alertId + ".");
    }

    private AlertDesk desk() {
        AlertDesk desk = alerts.getIfAvailable();
        if (desk == null) {
            throw new NotFound("No alerts are raised here.");
        }
        return desk;
    }

    private static <E extends Enum<E>> E named(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants()).filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("Say one of "
                        + Arrays.toString(words.getEnumConstants()) + ", not " + word + "."));
    }

    /**
     * One alert.
     *
     * @param toDo what whoever reads it should do
     * @param firstAtMs when it happened first, by the clock of the market, UTC milliseconds
     * @param lastAtMs when it happened last, by the same clock
     * @param recordedAtMs when we noted it, by our wall clock
     */
    record Line(String alertId, AlertCode code, Severity severity, String subject, String text, String toDo,
            String raisedBy, long firstAtMs, long lastAtMs, long count, long recordedAtMs, boolean escalated,
            @Nullable Answer acknowledged, @Nullable Answer closed) {

        static Line of(Alert alert) {
            return new Line(alert.alertId(), alert.code(), alert.severity(), alert.subject(), alert.text(),
                    alert.toDo(), alert.raisedBy(), alert.firstAt().toEpochMilli(), alert.lastAt().toEpochMilli(),
                    alert.count(), alert.recordedAt().toEpochMilli(), alert.escalated(),
                    Answer.of(alert.acknowledged()), Answer.of(alert.closed()));
        }
    }

    /**
     * Who did something with an alert.
     *
     * @param atMs by our wall clock, UTC milliseconds
     */
    record Answer(String by, long atMs, String text) {

        static @Nullable Answer of(@Nullable Note note) {
            return note == null ? null : new Answer(note.by(), note.at().toEpochMilli(), note.text());
        }
    }
}
