package org.portcullis.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.Side;
import org.portcullis.market.BookDepth;
import org.portcullis.market.Quote;
import org.portcullis.risk.UniverseMembership.Standing;
import org.portcullis.strategy.Proposal;

/** Universe, book and messages per fill, worked out a second time, plainly and without rules. */
final class BruteMarket {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final DeskScene scene;
    private final Proposal proposal;
    private final Policy policy;

    BruteMarket(DeskScene scene, Proposal proposal, Policy policy) {
        this.scene = scene;
        this.proposal = proposal;
        this.policy = policy;
    }

    List<ReasonCode> universe() {
        List<ReasonCode> broken = new ArrayList<>();
        Standing found = scene.universe.get(proposal.instrument());
        if (found == null) {
            return broken;
        }
        long maxMs = policy.duration("risk.universe-age-max").toMillis();
        boolean old = found.judgedAtMs() == Standing.NEVER || DeskScene.NOW_MS - found.judgedAtMs() > maxMs;
        add(broken, found.asked() && old, ReasonCode.UNIVERSE_NOT_JUDGED);
        add(broken, !found.known(), ReasonCode.UNIVERSE_UNKNOWN);
        add(broken, found.banned(), ReasonCode.UNIVERSE_BANNED);
        add(broken, found.out(), ReasonCode.UNIVERSE_OUT);
        return broken;
    }

    List<ReasonCode> book(BigDecimal quantity, BigDecimal notional) {
        BookDepth book = scene.books.get(proposal.instrument());
        boolean held = book != null && !book.bids().isEmpty() && !book.asks().isEmpty()
                && book.asks().get(0).priceE8() > book.bids().get(0).priceE8()
                && DeskScene.NOW_MS - book.timeMs() <= policy.duration("book.age-max").toMillis();
        String word = policy.word("book.required");
        boolean required = word.equals("always") || word.equals("live") && scene.mode == Mode.LIVE;
        List<ReasonCode> broken = new ArrayList<>();
        add(broken, required && !held, ReasonCode.BOOK_MISSING);
        if (held) {
            List<BookDepth.Level> side = proposal.side() == Side.BUY ? book.asks() : book.bids();
            BigDecimal bid = e8(book.bids().get(0).priceE8());
            BigDecimal ask = e8(book.asks().get(0).priceE8());
            add(broken, wide(bid, ask), ReasonCode.SPREAD_WIDE);
            add(broken, thin(side, bid.add(ask), notional), ReasonCode.BOOK_THIN);
            add(broken, dear(side, bid.add(ask).divide(TWO), quantity), ReasonCode.SLIPPAGE_HIGH);
        } else {
            Quote quote = scene.quotes.get(proposal.instrument());
            long maxMs = policy.duration("risk.quote-age-max").toMillis();
            boolean told = quote != null && quote.bidE8() > 0 && quote.askE8() >= quote.bidE8()
                    && DeskScene.NOW_MS - quote.timeMs() <= maxMs;
            add(broken, told && wide(e8(quote.bidE8()), e8(quote.askE8())), ReasonCode.SPREAD_WIDE);
        }
        return broken;
    }

    boolean tooManyMessages() {
        return messages() > permitted("orders.per-fill-max");
    }

    boolean manyMessages() {
        return messages() > permitted("orders.per-fill-ask");
    }

    private long messages() {
        return 1 + scene.cancels.stream().filter(this::inWindow).count() + scene.decided.stream()
                .filter(order -> inWindow(order.decidedAtMs()) && !order.proposalId().equals(proposal.proposalId()))
                .map(DecidedOrders.Decided::proposalId).distinct().count();
    }

    private long permitted(String perFill) {
        long fills = scene.fills.stream().filter(this::inWindow).count();
        return Math.max(policy.integer("orders.per-fill-floor"), fills * policy.integer(perFill));
    }

    private boolean inWindow(long atMs) {
        return DeskScene.NOW_MS - atMs < policy.duration("orders.per-fill-window").toMillis();
    }

    private boolean wide(BigDecimal bid, BigDecimal ask) {
        return above(ask.subtract(bid), bid.add(ask).divide(TWO), "book.spread-pct-max");
    }

    private boolean thin(List<BookDepth.Level> side, BigDecimal twiceMiddle, BigDecimal notional) {
        BigDecimal near = BigDecimal.ZERO;
        for (BookDepth.Level level : side) {
            BigDecimal away = e8(level.priceE8()).multiply(TWO).subtract(twiceMiddle).abs();
            if (!above(away, twiceMiddle, "book.band-pct")) {
                near = near.add(worth(level));
            }
        }
        BigDecimal times = e8(policy.number("book.depth-multiple-min"));
        return down(near.multiply(multiplier())).compareTo(notional.multiply(times)
                .setScale(8, RoundingMode.CEILING)) < 0;
    }

    /** Levels behind twice the largest order that is permitted are not looked at. */
    private boolean dear(List<BookDepth.Level> side, BigDecimal middle, BigDecimal quantity) {
        BigDecimal left = quantity;
        BigDecimal against = BigDecimal.ZERO;
        BigDecimal deep = BigDecimal.ZERO;
        BigDecimal largest = e8(policy.money("orders.value-max").e8()).multiply(TWO);
        for (BookDepth.Level level : side) {
            if (deep.compareTo(largest) > 0) {
                break;
            }
            BigDecimal taken = left.min(e8(level.quantityE8()));
            against = against.add(e8(level.priceE8()).subtract(middle).abs().multiply(taken));
            left = left.subtract(taken);
            deep = deep.add(down(worth(level).multiply(multiplier())));
        }
        return left.signum() > 0 || above(against, middle.multiply(quantity), "book.slippage-pct-max");
    }

    private boolean above(BigDecimal part, BigDecimal whole, String percent) {
        return part.multiply(HUNDRED).compareTo(whole.multiply(e8(policy.percent(percent).e8()))) > 0;
    }

    private BigDecimal multiplier() {
        return e8(scene.terms.get(proposal.instrument()).multiplierE8());
    }

    private static BigDecimal worth(BookDepth.Level level) {
        return down(e8(level.priceE8()).multiply(e8(level.quantityE8())));
    }

    private static BigDecimal down(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.FLOOR);
    }

    private static void add(List<ReasonCode> reasons, boolean broken, ReasonCode reason) {
        if (broken) {
            reasons.add(reason);
        }
    }

    private static BigDecimal e8(long number) {
        return BigDecimal.valueOf(number, 8);
    }
}
