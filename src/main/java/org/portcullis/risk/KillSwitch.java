package org.portcullis.risk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.portcullis.risk.adapter.store.KillFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to the kill switch (S2-K2, S2-K3). A file is the switch: whoever can make it stops trading, also while
 * database, broker and pages are down, and a restart does not forget it. It is looked at for every judgement and by
 * {@link #poll()}, which tells listeners what changed; schedule that at least every 250 milliseconds.
 */
public final class KillSwitch implements KillView {

    private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);

    private final KillFile file;
    private final InstantSource clock;
    private final List<Consumer<KillState>> listeners = new CopyOnWriteArrayList<>();
    private KillState told = new KillState.Off();

    /** A switch in that file; {@code clock} dates who threw it. */
    public KillSwitch(KillFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The switch of that home folder; {@code json} reads and writes who threw it. */
    public static KillSwitch inHome(Path home, ObjectMapper json, InstantSource clock) {
        return new KillSwitch(new KillFile(home, json), clock);
    }

    @Override
    public boolean isOn() {
        return file.isPresent();
    }

    /** What it says now. */
    public KillState state() {
        return file.read();
    }

    /** Who last let trading go on, also by another process; nothing when nobody has, or the file was just removed. */
    public Optional<KillRearm> rearmed() {
        return file.rearmed();
    }

    /** Tells the listener of every change that a poll sees, on the thread that polls; on at the first poll included. */
    public void onChange(Consumer<KillState> listener) {
        listeners.add(listener);
    }

    /**
     * Stops trading and tells listeners at once. A switch that is on stays as it is: the first person and reason
     * remain.
     *
     * @param by who asks
     * @param reason in words, not blank
     * @return what the switch says now
     * @throws java.io.UncheckedIOException when the file could not be written: trading goes on
     */
    public KillState.On throwSwitch(String by, String reason) {
        named(by, reason);
        synchronized (this) {
            if (!file.isPresent()) {
                file.write(new KillState.On(by.strip(), reason, clock.instant()));
                LOG.error("kill switch thrown by {}: {}", by, reason);
            }
        }
        poll();
        return file.read() instanceof KillState.On on ? on : new KillState.On(by, reason, clock.instant());
    }

    /**
     * Lets trading go on; refused for the person who threw the switch.
     *
     * @param by who asks
     * @param reason in words, not blank
     */
    public Rearming rearm(String by, String reason) {
        named(by, reason);
        Rearming outcome = takeAway(by.strip(), reason);
        poll();
        return outcome;
    }

    private synchronized Rearming takeAway(String by, String reason) {
        if (!(file.read() instanceof KillState.On on)) {
            return new Rearming.NotOn();
        }
        if (on.by().equalsIgnoreCase(by)) {
            LOG.warn("kill switch not re-armed: {} threw it and needs a second person", by);
            return new Rearming.SecondPersonNeeded(on.by());
        }
        file.remove(new KillRearm(by, reason, clock.instant()));
        LOG.warn("kill switch re-armed by {}: {}; it had been thrown by {}: {}", by, reason, on.by(), on.reason());
        return new Rearming.Rearmed(on);
    }

    /**
     * Looks at the file and tells listeners when it came, went or has another author. One failing does not stop the
     * next.
     */
    public void poll() {
        KillState now;
        synchronized (this) {
            now = file.read();
            if (now.equals(told)) {
                return;
            }
            told = now;
        }
        for (Consumer<KillState> listener : listeners) {
            try {
                listener.accept(now);
            } catch (RuntimeException listenerFailed) {
                LOG.error("a listener of the kill switch failed; the switch is {} all the same", now, listenerFailed);
            }
        }
    }

    private static void named(String by, String reason) {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("the kill switch needs a person and a reason");
        }
    }
}
