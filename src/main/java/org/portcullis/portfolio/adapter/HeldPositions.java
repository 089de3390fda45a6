package org.portcullis.portfolio.adapter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.portfolio.FillBooked;
import org.portcullis.portfolio.OpenPosition;
import org.portcullis.portfolio.PortfolioDesk;
import org.portcullis.strategy.HeldPosition;
import org.portcullis.strategy.HoldingView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells strategies what they hold, from memory (B-S2). The books are read again after a fill, and for whatever else
 * moves them once a second; nothing is read while no strategy asks. When they cannot be read, nothing can be told.
 */
@Component
public class HeldPositions implements HoldingView {

    private static final Logger LOG = LoggerFactory.getLogger(HeldPositions.class);
    private static final Duration AGE = Duration.ofSeconds(1);

    /** Whose what is held. */
    private record Holder(String strategy, InstrumentId instrument) {
    }

    /** The books as of so many changes. */
    private record Books(long changes, Map<Holder, HeldPosition> positions) {
    }

    private final PortfolioDesk portfolio;
    private final AccountId account;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Books read;

    public HeldPositions(PortfolioDesk portfolio, AccountId account, Background background) {
        this.portfolio = portfolio;
        this.account = account;
        background.every(AGE, "held-positions", changes::incrementAndGet);
    }

    /** A fill was booked. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(FillBooked fill) {
        changes.incrementAndGet();
    }

    @Override
    public Optional<HeldPosition> held(String strategy, InstrumentId instrument) {
        Books books = read;
        long now = changes.get();
        if (books == null || books.changes() != now) {
            try {
                books = new Books(now, positions());
                read = books;
            } catch (DataAccessException unreadable) {
                LOG.warn("what {} holds cannot be told: {}", strategy, unreadable.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(books.positions().getOrDefault(new Holder(strategy, instrument), HeldPosition.NOTHING));
    }

    private Map<Holder, HeldPosition> positions() {
        Map<Holder, HeldPosition> positions = new HashMap<>();
        for (OpenPosition open : portfolio.positions(account)) {
            if (!open.dust()) {
                positions.put(new Holder(open.strategy(), open.instrument()), new HeldPosition(
                        open.side() == Side.BUY ? 1 : -1, open.averageEntry().e8(), open.openedAt().toEpochMilli()));
            }
        }
        return positions;
    }
}
