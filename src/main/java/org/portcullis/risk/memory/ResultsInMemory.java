package org.portcullis.risk.memory;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.breaker.PeakBook;
import org.portcullis.risk.breaker.ResultBook;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.Results;

/** What one account realised by day and trade, its peak, and which symbols rest. */
final class ResultsInMemory implements ResultBook, Cooldowns {

    private record Trade(InstrumentId instrument, String strategy) {
    }

    private final PolicyBook policies;
    private final NavigableMap<LocalDate, Money> days = new TreeMap<>();
    private final Map<Trade, Money> open = new HashMap<>();
    private final Map<InstrumentId, Map<Kind, Long>> rests = new HashMap<>();
    private @Nullable Results results;
    private PeakBook.@Nullable Peak peak;

    /** @param policies says how long each rest is */
    ResultsInMemory(PolicyBook policies) {
        this.policies = policies;
    }

    @Override
    public Optional<Results> find(AccountId account) {
        return Optional.ofNullable(results);
    }

    @Override
    public void keep(AccountId account, Results now) {
        results = now;
    }

    @Override
    public void add(AccountId account, LocalDate day, Money realised) {
        days.merge(day, realised, Money::plus);
    }

    @Override
    public Money realised(AccountId account, LocalDate first, LocalDate last) {
        Money sum = Money.ZERO;
        for (Money day : days.subMap(first, true, last, true).values()) {
            sum = sum.plus(day);
        }
        return sum;
    }

    @Override
    public Money trade(ResultBooked booked, boolean closed) {
        Trade trade = new Trade(booked.instrument(), booked.strategy());
        Money sum = open.getOrDefault(trade, Money.ZERO).plus(booked.realised());
        if (closed) {
            open.remove(trade);
        } else {
            open.put(trade, sum);
        }
        return sum;
    }

    /** From where the drawdown is measured. */
    PeakBook peaks() {
        return new PeakBook() {
            @Override
            public Optional<Peak> find(AccountId account) {
                return Optional.ofNullable(peak);
            }

            @Override
            public void keep(AccountId account, Peak now) {
                peak = now;
            }
        };
    }

    @Override
    public void afterFailure(AccountId account, InstrumentId instrument, long atMs) {
        rest(instrument, Kind.FAILURE, atMs, "risk.cooldown-after-failure");
    }

    @Override
    public void afterFill(AccountId account, InstrumentId instrument, long atMs) {
        rest(instrument, Kind.FILL, atMs, "risk.cooldown-after-fill");
    }

    @Override
    public void afterStop(AccountId account, InstrumentId instrument, long atMs) {
        rest(instrument, Kind.STOP, atMs, "risk.cooldown-after-stop");
    }

    private void rest(InstrumentId instrument, Kind kind, long atMs, String parameter) {
        long untilMs = atMs + policies.current().duration(parameter).toMillis();
        rests.computeIfAbsent(instrument, id -> new EnumMap<>(Kind.class)).merge(kind, untilMs, Math::max);
    }

    @Override
    public Remaining remaining(AccountId account, InstrumentId instrument, long atMs) {
        Map<Kind, Long> rest = rests.getOrDefault(instrument, Map.of());
        return new Remaining(left(rest, Kind.FAILURE, atMs), left(rest, Kind.FILL, atMs), left(rest, Kind.STOP, atMs));
    }

    private static long left(Map<Kind, Long> rest, Kind kind, long atMs) {
        return Math.max(0, rest.getOrDefault(kind, atMs) - atMs);
    }
}
