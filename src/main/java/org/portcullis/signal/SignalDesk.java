package org.portcullis.signal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Mark;
import org.portcullis.signal.domain.BodyText;
import org.portcullis.signal.domain.Fields;
import org.portcullis.signal.domain.MappingTable;
import org.portcullis.signal.domain.Printable;
import org.portcullis.signal.domain.Reading;
import org.portcullis.signal.domain.SecretText;
import org.portcullis.signal.domain.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one call of a webhook (S4-01, B-D10): address, secret, rate, raw record without the secret, shape, strategy's
 * rate, rules, once only, kept for good; in this order, and nothing later is asked when an earlier answer is no. What
 * follows the secret never sees it again.
 */
public final class SignalDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SignalDesk.class);
    private static final int DETAIL_MAX = 200;

    private final SignalPorts ports;
    private final Supplier<SignalLimits> limits;

    /** @param limits the limits in force, asked for every call */
    public SignalDesk(SignalPorts ports, Supplier<SignalLimits> limits) {
        this.ports = ports;
        this.limits = limits;
    }

    /** How many bytes of a body are read at most. */
    public int bodyBytesMax() {
        return limits.get().bodyBytesMax();
    }

    /**
     * Takes a call. What it returns as accepted, noted or stale is on the disk.
     *
     * @throws RuntimeException when journal, store or rules do not work; the sender is asked to try again
     */
    public SignalOutcome receive(Delivery delivery) {
        if (!delivery.addressAllowed()) {
            return stranger(delivery, SignalFlag.of(SignalRefusal.ADDRESS_NOT_ALLOWED));
        }
        List<String> secrets = ports.secrets().of(delivery.source());
        if (secrets.isEmpty()) {
            return stranger(delivery, SignalFlag.of(SignalRefusal.SOURCE_UNKNOWN));
        }
        if (!SecretText.known(delivery.token(), BodyText.bytewise(delivery.body()), secrets)) {
            return stranger(delivery, unproven(delivery));
        }
        ports.hearing().called(delivery.source(), delivery.receivedAtMs());
        Optional<Integer> over = ports.rates().overAll();
        if (over.isPresent()) {
            return stranger(delivery, rateExceeded(over.get()));
        }
        return authentic(delivery, secrets);
    }

    private SignalOutcome authentic(Delivery delivery, List<String> secrets) {
        String body = BodyText.withoutSecrets(delivery, secrets);
        long sequence = journal(delivery, body);
        try {
            BodyText.check(delivery, body, limits.get().bodyBytesMax());
            MappingTable.Match match = ports.mappings().get().match(body, fields(body));
            if (match.mapping().notification()) {
                return note(delivery, match, body, sequence);
            }
            Reading reading = match.mapping().read(match.fields());
            Optional<Integer> over = ports.rates().overStrategy(delivery.source(), reading.strategy());
            return over.isPresent() ? stranger(delivery, rateExceeded(over.get()))
                    : judge(delivery, reading, body, sequence);
        } catch (Unreadable unreadable) {
            return park(delivery, BodyText.flag(unreadable.code(), limits.get().bodyBytesMax()),
                    unreadable.detail(), body);
        }
    }

    private SignalOutcome judge(Delivery delivery, Reading reading, String body, long sequence) {
        SignalLimits inForce = limits.get();
        Optional<InstrumentId> instrument = ports.symbols().find(reading.ticker());
        SignalCheck check = check(delivery, reading, instrument, inForce);
        List<SignalFlag> flags = ports.rules().judge(check, inForce);
        Optional<SignalFlag> refused = flags.stream().filter(flag -> flag.code() != SignalRefusal.SIGNAL_STALE)
                .findFirst();
        if (refused.isPresent() || instrument.isEmpty()) {
            SignalFlag flag = refused.orElseGet(() -> SignalFlag.of(SignalRefusal.INSTRUMENT_UNKNOWN));
            return park(delivery, flag, "strategy " + reading.strategy() + ", ticker " + reading.ticker(), body);
        }
        return keep(delivery, reading, instrument.get(), flags.isEmpty() ? null : flags.get(0), sequence, inForce);
    }

    private SignalOutcome keep(Delivery delivery, Reading reading, InstrumentId instrument, @Nullable SignalFlag stale,
            long sequence, SignalLimits inForce) {
        String hash = reading.contentHash(delivery.source());
        String id = reading.dated() ? hash : ContentHash.hex(hash, Long.toString(delivery.receivedAtMs()));
        TradingSignal signal = new TradingSignal(id, delivery.source(), reading.strategy(), instrument,
                reading.interval(), reading.barTimeMs(), firedAtMs(delivery, reading), delivery.receivedAtMs(),
                reading.side(), reading.target(), reading.quantityE8(), reading.priceE8(), reading.alertId());
        KeptSignal.State state = stale == null ? KeptSignal.State.RECEIVED : KeptSignal.State.STALE;
        KeptSignal kept = new KeptSignal(id, hash, state, delivery, reading.strategy(), reading.mapping(), sequence,
                signal);
        if (!ports.store().keep(kept, reading.dated() ? 0 : inForce.ageMsMax())) {
            return new SignalOutcome.Repeated(id);
        }
        return stale == null ? new SignalOutcome.Accepted(signal) : new SignalOutcome.Stale(id, stale);
    }

    private SignalOutcome note(Delivery delivery, MappingTable.Match match, String body, long sequence) {
        String id = ContentHash.hex(delivery.source(), match.mapping().name(), body,
                Long.toString(delivery.receivedAtMs()));
        ports.store().keep(new KeptSignal(id, id, KeptSignal.State.NOTIFICATION, delivery, "", match.mapping().name(),
                sequence, null), 0);
        return new SignalOutcome.Noted(id);
    }

    private SignalCheck check(Delivery delivery, Reading reading, Optional<InstrumentId> instrument,
            SignalLimits inForce) {
        double deviationPct = instrument.flatMap(ports.marks()::mark)
                .filter(mark -> Math.abs(delivery.receivedAtMs() - mark.eventTimeMs()) <= inForce.markAgeMsMax())
                .map(mark -> deviationPct(reading, mark)).orElse(0.0);
        return new SignalCheck(reading.ageMs(delivery.receivedAtMs()), reading.aheadMs(delivery.receivedAtMs()),
                instrument.isPresent() ? 1 : 0, reading.delayed() ? 1 : 0, deviationPct);
    }

    private static double deviationPct(Reading reading, Mark mark) {
        return reading.priceE8() == 0 || mark.closeE8() <= 0 ? 0
                : Math.abs((double) reading.priceE8() - mark.closeE8()) / mark.closeE8() * 100;
    }

    private static long firedAtMs(Delivery delivery, Reading reading) {
        return reading.timed() ? reading.firedAtMs() : delivery.receivedAtMs();
    }

    private @Nullable Fields fields(String body) {
        return body.stripLeading().startsWith("{") ? ports.bodies().read(body) : null;
    }

    /** On the disk before anything is done with it. */
    private long journal(Delivery delivery, String body) {
        long sequence = ports.journal().append("signal/" + delivery.source(), delivery.receivedAtMs(),
                body.getBytes(StandardCharsets.UTF_8));
        ports.journal().sync();
        return sequence;
    }

    /** A body that was not read to its end may have held the secret. */
    private SignalFlag unproven(Delivery delivery) {
        return switch (delivery.end()) {
            case TOO_LARGE -> BodyText.flag(SignalRefusal.BODY_TOO_LARGE, limits.get().bodyBytesMax());
            case TOO_SLOW -> SignalFlag.of(SignalRefusal.BODY_TOO_SLOW);
            case WHOLE -> SignalFlag.of(SignalRefusal.SECRET_WRONG);
        };
    }

    private static SignalFlag rateExceeded(int limit) {
        return new SignalFlag(SignalRefusal.RATE_EXCEEDED, limit + 1.0, limit);
    }

    /** Of somebody unknown, and of a flood, nothing is kept but that it happened, and not each time. */
    private SignalOutcome stranger(Delivery delivery, SignalFlag flag) {
        if (ports.rates().noteStranger()) {
            return park(delivery, flag, "", null);
        }
        return new SignalOutcome.Refused(flag, "");
    }

    /** A refusal stays one even when its copy cannot be kept: sending it again would not mend it. */
    private SignalOutcome park(Delivery delivery, SignalFlag flag, String detail, @Nullable String body) {
        SignalOutcome.Refused refused = new SignalOutcome.Refused(flag, Printable.of(detail, DETAIL_MAX));
        try {
            ports.store().park(new ParkedSignal(delivery, flag, refused.detail(), body));
            LOG.warn("signal of {} from {} refused, {} (is {}, limit {}) {}", delivery.source(), delivery.address(),
                    flag.code(), number(flag.actual()), number(flag.limit()), refused.detail());
        } catch (RuntimeException notKept) {
            LOG.error("signal of {} refused, {}, and its copy could not be kept", delivery.source(), flag.code(),
                    notKept);
        }
        return refused;
    }

    private static String number(double value) {
        return Math.abs(value) < 1e9 ? FixedPoint.format(Math.round(value * FixedPoint.ONE)) : Double.toString(value);
    }
}
