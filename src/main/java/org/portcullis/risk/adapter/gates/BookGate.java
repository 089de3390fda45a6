package org.portcullis.risk.adapter.gates;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.market.BookDepth;
import org.portcullis.market.OrderBooks;
import org.portcullis.market.Quote;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.book.BookLimits;
import org.portcullis.risk.domain.book.BookRung;
import org.portcullis.risk.domain.book.FacingBook;
import org.portcullis.risk.domain.book.FacingBook.Known;
import org.portcullis.strategy.Intent;

/**
 * Brings what an entry would meet between two bars: the book where one is held, else the best prices, else the word
 * that only bars tell of the market (SX-03, S2-OM4, B-D3). What is too old counts as not held.
 */
public final class BookGate implements GateFacts {

    /** More levels than any band of a fraction of a percent holds; fewer could only deny more. */
    private static final int LEVELS = 2_000;

    private final PolicyBook policies;
    private final OrderBooks books;
    private final Function<InstrumentId, Optional<Quote>> quotes;
    private final ModeView mode;
    private final PolicyReading<Limits> limits;

    /** @param quotes the newest believed quote of an instrument, where the market brings any */
    public BookGate(PolicyBook policies, OrderBooks books, Function<InstrumentId, Optional<Quote>> quotes,
            ModeView mode) {
        this.policies = policies;
        this.books = books;
        this.quotes = quotes;
        this.mode = mode;
        this.limits = new PolicyReading<>(policies, Limits::of);
    }

    @Override
    public List<Record> judging(Subject subject) {
        if (subject.proposal().intent() == Intent.EXIT) {
            return List.of();
        }
        Policy policy = policies.current();
        return List.of(facing(subject, policy), limits.now().in(mode));
    }

    /** What the policy says of books, where one is required and where none is. */
    private record Limits(String required, BookLimits strict, BookLimits lenient) {

        static Limits of(Policy policy) {
            return new Limits(policy.word("book.required"), limits(policy, true), limits(policy, false));
        }

        private static BookLimits limits(Policy policy, boolean required) {
            return new BookLimits(required, policy.percent("book.spread-pct-max"),
                    policy.number("book.depth-multiple-min"), policy.percent("book.slippage-pct-max"));
        }

        BookLimits in(ModeView mode) {
            boolean strictly = switch (required) {
                case "always" -> true;
                case "live" -> mode.mode() == Mode.LIVE;
                default -> false;
            };
            return strictly ? strict : lenient;
        }
    }

    private FacingBook facing(Subject subject, Policy policy) {
        InstrumentId instrument = subject.proposal().instrument();
        Optional<BookDepth> held = books.book(instrument, LEVELS);
        if (held.isPresent() && held.get().believable()
                && subject.atMs() - held.get().timeMs() <= policy.duration("book.age-max").toMillis()) {
            return facing(held.get(), subject, policy);
        }
        String why = held.isEmpty() ? "no book: " : "no book that can be believed: ";
        Optional<Quote> quote = quotes.apply(instrument).filter(each -> each.bidE8() > 0
                && each.askE8() >= each.bidE8()
                && subject.atMs() - each.timeMs() <= policy.duration("risk.quote-age-max").toMillis());
        return quote.map(best -> new FacingBook(Known.QUOTE, why + "best prices only", new Price(best.bidE8()),
                new Price(best.askE8()), BookDepth.spread(best.bidE8(), best.askE8()), Money.ZERO, List.of(),
                subject.terms().multiplierE8())).orElseGet(() -> FacingBook.barsOnly(why + "bars only"));
    }

    private static FacingBook facing(BookDepth book, Subject subject, Policy policy) {
        long multiplierE8 = subject.terms().multiplierE8();
        List<BookDepth.Level> side = book.facing(subject.proposal().side());
        Money depth = book.worthWithin(subject.proposal().side(), policy.percent("book.band-pct"));
        return new FacingBook(Known.BOOK, "book", new Price(book.bids().get(0).priceE8()),
                new Price(book.asks().get(0).priceE8()), book.spread(), times(depth, multiplierE8),
                rungs(side, multiplierE8, policy.money("orders.value-max")), multiplierE8);
    }

    /** As deep as twice the largest order that is permitted: what lies behind is never walked. */
    private static List<BookRung> rungs(List<BookDepth.Level> side, long multiplierE8, Money largest) {
        Money enough = largest.plus(largest);
        Money deep = Money.ZERO;
        List<BookRung> rungs = new ArrayList<>();
        for (BookDepth.Level level : side) {
            rungs.add(new BookRung(new Price(level.priceE8()), new Quantity(level.quantityE8())));
            deep = deep.plus(times(level.worth(), multiplierE8));
            if (deep.compareTo(enough) > 0) {
                break;
            }
        }
        return rungs;
    }

    private static Money times(Money worth, long multiplierE8) {
        return new Money(FixedPoint.multiply(worth.e8(), multiplierE8, RoundingMode.DOWN));
    }
}
