package org.portcullis.operations.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.operations.alert.Acknowledging.Acknowledged;
import org.portcullis.operations.alert.Acknowledging.AlreadyBy;
import org.portcullis.operations.alert.Acknowledging.NotOpen;
import org.portcullis.operations.alert.Alert.Note;
import org.portcullis.operations.alert.Cause.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The door to alerts (S2-A1, S2-REQ-AL1, B-R17). Open alerts are held in memory and written behind: raising one touches
 * no database, waits for nobody and works while everything else is down. A critical one is always said when it begins;
 * what happens again and again counts on the same alert and is said once in {@link AlertLimits#repeatAfter}.
 */
public final class AlertDesk {

    /** More alerts than a person can look at; what comes beyond is counted as one. */
    static final int OPEN_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final String WE = "operations";
    /** What ended while the database was away and has not been written; beyond, the oldest ends are given up. */
    private static final int UNWRITTEN_MAX = 10_000;

    private final AlertStore store;
    private final Supplier<AlertLimits> limits;
    private final InstantSource wall;
    private final Object lock = new Object();
    private final Map<Key, Alert> open = new LinkedHashMap<>();
    private final Map<Key, Alert> ended = new HashMap<>();
    private final Map<String, Instant> saidAt = new HashMap<>();
    private final Map<String, Alert> unwritten = new LinkedHashMap<>();
    private final Map<AlertCode, Long> raised = new EnumMap<>(AlertCode.class);
    private final BlockingQueue<Boolean> changes = new ArrayBlockingQueue<>(1);
    private long numbered;

    /**
     * Goes on with what was open before.
     *
     * @param limits the limits in force, asked each time
     * @param wall our wall clock
     */
    public AlertDesk(AlertStore store, Supplier<AlertLimits> limits, InstantSource wall) {
        this.store = store;
        this.limits = limits;
        this.wall = wall;
        store.open().forEach(alert -> open.put(alert.key(), alert));
    }

    /** Something happened: begins an alert, or counts on the open one. */
    public void raise(Cause cause) {
        note(cause, true);
    }

    /** A condition holds: begins an alert; changes nothing while one of the same code and subject is open. */
    public void hold(Cause cause) {
        note(cause, false);
    }

    private void note(Cause asked, boolean again) {
        Alert now;
        boolean say;
        synchronized (lock) {
            boolean full = open.size() >= OPEN_MAX && !open.containsKey(asked.key());
            Cause cause = full ? flood(asked) : asked;
            Alert known = open.get(cause.key());
            if (known != null && !again) {
                return;
            }
            Instant at = now();
            Alert before = known == null ? returning(cause, at) : known;
            now = before == null ? Alert.of(id(cause, at), cause, at) : before.again(cause);
            put(now);
            raised.merge(now.code(), 1L, Long::sum);
            say = say(now, before, at);
        }
        if (say) {
            LOG.atLevel(level(now.severity())).log("alert {} {}, {}: {}{}", now.severity(), now.code(), now.subject(),
                    now.text(), now.count() > 1 ? " (" + now.count() + " times)" : "");
        }
        changes.offer(true);
    }

    /** What beyond the bound is told apart no more is one alert. */
    private static Cause flood(Cause cause) {
        return new Cause(AlertCode.ALERTS_FLOODED, Severity.CRITICAL, "alerts", "more than " + OPEN_MAX
                + " alerts are open; the newest: " + cause.code() + " " + cause.subject() + ": " + cause.text(), WE,
                cause.atMs());
    }

    /** What was over and is back within the time in which things are said once goes on; a critical one never. */
    private @Nullable Alert returning(Cause cause, Instant at) {
        Alert last = ended.remove(cause.key());
        boolean calm = last != null && last.severity() != Severity.CRITICAL && cause.severity() != Severity.CRITICAL
                && last.closed() != null && last.closed().at().plus(limits.get().repeatAfter()).isAfter(at);
        return calm ? last : null;
    }

    /** One that begins is always said, and so is one that became more urgent; the rest once in a while. */
    private boolean say(Alert now, @Nullable Alert before, Instant at) {
        Instant last = saidAt.get(now.alertId());
        boolean urgent = before == null || now.severity() != before.severity();
        if (urgent || last == null || !last.plus(limits.get().repeatAfter()).isAfter(at)) {
            saidAt.put(now.alertId(), at);
            return true;
        }
        return false;
    }

    private String id(Cause cause, Instant at) {
        return ContentHash.first16("alert", cause.code().name(), cause.subject(), at.toString(),
                Long.toString(++numbered));
    }

    private void put(Alert alert) {
        if (alert.open()) {
            open.put(alert.key(), alert);
        } else {
            open.remove(alert.key());
            ended.put(alert.key(), alert);
        }
        unwritten.put(alert.alertId(), alert);
        if (unwritten.size() > UNWRITTEN_MAX) {
            unwritten.values().stream().filter(one -> !one.open()).findFirst().map(Alert::alertId).ifPresent(id -> {
                unwritten.remove(id);
                LOG.error("the end of alert {} is given up: too many wait to be written", id);
            });
        }
    }

    /**
     * A condition is over; nothing when there is no open alert of it.
     *
     * @param by the person or part that ended it
     */
    public void resolve(AlertCode code, String subject, String by, String why) {
        synchronized (lock) {
            Alert alert = open.get(new Key(code, Cause.cut(subject, 200)));
            if (alert == null) {
                return;
            }
            put(alert.close(new Note(by, now(), Cause.cut(why, 500))));
        }
        LOG.info("alert {} {} is over, by {}: {}", code, subject, by, why);
        changes.offer(true);
    }

    /**
     * Conditions of one code as they were just looked at: those that hold begin an alert, the others are over.
     *
     * @param settled says of a subject that does not hold whether that is known; what is unknown stays as it is
     */
    public void agree(AlertCode code, Collection<Cause> holding, Predicate<String> settled, String why) {
        holding.forEach(this::hold);
        Set<String> subjects = holding.stream().map(Cause::subject).collect(Collectors.toSet());
        open().stream().filter(alert -> alert.code() == code && !subjects.contains(alert.subject())
                && settled.test(alert.subject())).forEach(alert -> resolve(code, alert.subject(), WE, why));
    }

    /**
     * A person says that somebody looks at it; an alert of something that merely happened is over by that.
     *
     * @param by who, by name
     * @param text what was found or will be done
     */
    public Acknowledging acknowledge(String alertId, String by, String text) {
        Alert after;
        synchronized (lock) {
            Optional<Alert> found = open.values().stream().filter(alert -> alert.alertId().equals(alertId)).findFirst();
            if (found.isEmpty()) {
                return new NotOpen();
            }
            Alert alert = found.get();
            if (alert.acknowledged() != null) {
                return new AlreadyBy(alert.acknowledged().by());
            }
            Note note = new Note(by, now(), Cause.cut(text, 500));
            after = alert.acknowledge(note);
            after = alert.code().span() == AlertCode.Span.ONCE ? after.close(note) : after;
            put(after);
        }
        LOG.info("alert {} {} acknowledged by {}: {}", after.code(), after.subject(), by, text);
        changes.offer(true);
        return new Acknowledged(after);
    }

    /** Lets what nobody acknowledged in time become more urgent and says it again; call it every second or so. */
    public void look() {
        AlertLimits inForce = limits.get();
        Instant at = now();
        List<Alert> late = new ArrayList<>();
        synchronized (lock) {
            open.values().stream().filter(alert -> !alert.escalated() && alert.acknowledged() == null
                    && alert.severity() != Severity.INFO
                    && !alert.recordedAt().plus(inForce.escalateAfter()).isAfter(at)).map(Alert::escalate)
                    .forEach(late::add);
            late.forEach(this::put);
            late.forEach(alert -> saidAt.put(alert.alertId(), at));
            ended.values().removeIf(alert -> alert.closed() == null
                    || alert.closed().at().plus(inForce.repeatAfter()).isBefore(at));
            saidAt.keySet().removeIf(id -> open.values().stream().noneMatch(one -> one.alertId().equals(id))
                    && ended.values().stream().noneMatch(one -> one.alertId().equals(id)));
        }
        for (Alert alert : late) {
            LOG.error("alert {}, {}: nobody has acknowledged it for {}: {}", alert.code(), alert.subject(),
                    inForce.escalateAfter(), alert.text());
            changes.offer(true);
        }
    }

    /** Open alerts, the most urgent first; from memory, also while the database is away. */
    public List<Alert> open() {
        synchronized (lock) {
            return open.values().stream().sorted(Alert.URGENT_FIRST).toList();
        }
    }

    /** What is over, the newest end first. */
    public List<Alert> closed(Optional<AlertCode> code, int max) {
        return code.map(one -> store.closed(one, max)).orElseGet(() -> store.closed(max));
    }

    /** How often alerts of that code were raised since the start. */
    public long raised(AlertCode code) {
        synchronized (lock) {
            return raised.getOrDefault(code, 0L);
        }
    }

    /** Waits for a change, but not longer; whether there was one. For the keeper's thread. */
    public boolean awaitChange(Duration patience) throws InterruptedException {
        return changes.poll(patience.toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    /** Writes what has changed; what could not be written stays due. Throws when the store does not answer. */
    public void write() {
        List<Alert> due;
        synchronized (lock) {
            due = List.copyOf(unwritten.values());
        }
        if (!due.isEmpty()) {
            store.keep(due);
            synchronized (lock) {
                due.forEach(alert -> unwritten.remove(alert.alertId(), alert));
            }
        }
    }

    /** As precise as it is kept. */
    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case CRITICAL -> Level.ERROR;
        };
    }
}
