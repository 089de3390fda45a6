package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;
import static org.portcullis.risk.DeskScene.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.BookDepth;
import org.portcullis.market.BookDepth.Level;
import org.portcullis.market.Quote;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.StrategyBudget;

/** Entries beside the book that they would meet. By default an entry in BTC at 100 is sized to 5 units worth 500. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BookGateTest {

    private static RiskRules rules;

    private final DeskScene scene = new DeskScene();

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private Verdict judge(String... limits) {
        return judge(enter(BTC, "100", "95"), limits);
    }

    private Verdict judge(org.portcullis.strategy.Proposal proposal, String... limits) {
        List<String> all = new ArrayList<>(List.of("order.gating", "none"));
        all.addAll(List.of(limits));
        return scene.desk(policy(all.toArray(String[]::new)), rules.gates()).judge(proposal, ACCOUNT, NOW_MS);
    }

    private void book(String bids, String asks, long ageMs) {
        scene.books.put(BTC, new BookDepth(BTC, NOW_MS - ageMs, levels(bids), levels(asks)));
    }

    /** Levels written as quantity@price. */
    private static List<Level> levels(String text) {
        return Stream.of(text.split(" ")).filter(level -> !level.isEmpty()).map(level -> level.split("@"))
                .map(parts -> new Level(FixedPoint.parse(parts[1]), FixedPoint.parse(parts[0]))).toList();
    }

    private void quote(String bid, String ask, long ageMs) {
        scene.quotes.put(BTC, new Quote(BTC, NOW_MS - ageMs, FixedPoint.parse(bid), 1, FixedPoint.parse(ask), 1));
    }

    @Test
    @DisplayName("SX-03 S2-OM4: a spread of exactly 10 bps passes, one step more is denied")
    void a_wide_spread_is_denied() {
        book("20@99.95", "20@100.05", 0);
        assertThat(judge()).isInstanceOf(Verdict.Approved.class);
        book("20@99.95", "20@100.05000001", 0);
        assertThat(judge("book.slippage-pct-max", "5").reasons()).containsExactly(ReasonCode.SPREAD_WIDE);
    }

    @Test
    @DisplayName("SX-03 S2-OM4: twice the order's worth must wait within 20 bps of the middle on the side it takes")
    void a_thin_book_is_denied() {
        book("1@99.99", "10@100.01", 0);
        assertThat(judge()).as("1000.1 for an order of 500").isInstanceOf(Verdict.Approved.class);
        book("1@99.99", "9.9989@100.01", 0);
        assertThat(judge().reasons()).as("999.98").containsExactly(ReasonCode.BOOK_THIN);
        book("1@99.99", "5@100.01 5@100.2", 0);
        assertThat(judge()).as("the edge of the band belongs to it").isInstanceOf(Verdict.Approved.class);
        book("1@99.99", "5@100.01 5@100.20000001", 0);
        assertThat(judge().reasons()).as("what waits one step behind it does not count")
                .containsExactly(ReasonCode.BOOK_THIN);
    }

    @Test
    @DisplayName("SX-03 S2-OM4: the whole size walks the book, and its mean price decides")
    void slippage_is_that_of_the_whole_size() {
        book("9@99.99", "2.5@100.05 20@100.15", 0);
        Verdict passed = judge("book.slippage-pct-max", "0.08000801", "book.spread-pct-max", "5");
        assertThat(passed).as("mean 100.1 over a middle of 100.02").isInstanceOf(Verdict.Approved.class);
        assertThat(passed.decision().quantity()).isEqualTo(Quantity.of("5"));
        assertThat(judge("book.slippage-pct-max", "0.079984", "book.spread-pct-max", "5").reasons())
                .containsExactly(ReasonCode.SLIPPAGE_HIGH);
        book("9@99.99", "4.99999999@100.01", 0);
        assertThat(judge("book.depth-multiple-min", "0", "book.slippage-pct-max", "50").reasons())
                .as("a book that does not hold the size").containsExactly(ReasonCode.SLIPPAGE_HIGH);
    }

    @Test
    @DisplayName("SX-03 S2-OM4: a short sale meets what buyers pay")
    void a_sale_meets_the_bids() {
        scene.budgets.put(DeskScene.STRATEGY, new StrategyBudget(DeskScene.STRATEGY, true, Percent.of("100"), 1000,
                "for a test", Set.of("paper")));
        book("20@99.99", "0.1@100.01", 0);
        assertThat(judge(short_(), "risk.short-selling", "true").reasons()).doesNotContain(ReasonCode.BOOK_THIN,
                ReasonCode.SLIPPAGE_HIGH);
        book("0.1@99.99", "20@100.01", 0);
        assertThat(judge(short_(), "risk.short-selling", "true").reasons()).contains(ReasonCode.BOOK_THIN,
                ReasonCode.SLIPPAGE_HIGH);
    }

    private static org.portcullis.strategy.Proposal short_() {
        return proposal("p-1", Intent.ENTER, Side.SELL, BTC, FixedPoint.parse("100"), FixedPoint.parse("105"));
    }

    @Test
    @DisplayName("SX-03: over bars alone the gate says so and passes below LIVE; in LIVE it denies, or as the "
            + "policy says")
    void where_no_book_is_held_the_policy_says_what_counts() {
        Verdict paper = judge();
        assertThat(paper).isInstanceOf(Verdict.Approved.class);
        assertThat(paper.decision().facts()).containsEntry("facing-book.known", "BARS")
                .containsEntry("facing-book.said", "no book: bars only");
        assertThat(paper.decision().checks()).extracting(Check::code).contains("book.known", "book.spread",
                "book.depth", "book.slippage");
        assertThat(judge("book.required", "always").reasons()).containsExactly(ReasonCode.BOOK_MISSING);
        scene.mode = Mode.LIVE;
        assertThat(judge().reasons()).containsExactly(ReasonCode.BOOK_MISSING);
        assertThat(judge("book.required", "never")).isInstanceOf(Verdict.Approved.class);
        book("20@99.99", "20@100.01", 0);
        assertThat(judge()).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("SX-03: a book as old as permitted is held, one a millisecond older, crossed or one-sided is not")
    void what_cannot_be_believed_is_not_held() {
        scene.mode = Mode.LIVE;
        book("20@99.99", "20@100.01", 5_000);
        assertThat(judge()).isInstanceOf(Verdict.Approved.class);
        book("20@99.99", "20@100.01", 5_001);
        assertThat(judge().reasons()).containsExactly(ReasonCode.BOOK_MISSING);
        book("20@100.01", "20@100.01", 0);
        assertThat(judge().reasons()).containsExactly(ReasonCode.BOOK_MISSING);
        book("", "20@100.01", 0);
        assertThat(judge().reasons()).containsExactly(ReasonCode.BOOK_MISSING);
    }

    @Test
    @DisplayName("SX-03: best prices alone tell the spread, while they are fresh")
    void a_quote_alone_tells_the_spread() {
        quote("99.95", "100.05", 5_000);
        Verdict passed = judge();
        assertThat(passed).isInstanceOf(Verdict.Approved.class);
        assertThat(passed.decision().facts()).containsEntry("facing-book.said", "no book: best prices only");
        quote("99.95", "100.05000001", 5_000);
        assertThat(judge().reasons()).containsExactly(ReasonCode.SPREAD_WIDE);
        quote("99.95", "100.05000001", 5_001);
        assertThat(judge().decision().facts()).containsEntry("facing-book.known", "BARS");
    }

    @Test
    @DisplayName("SX-03: positions may always be left, whatever the book is like")
    void an_exit_is_never_asked() {
        scene.hold(BTC, "1", "100");
        book("0.001@50", "0.001@150", 0);
        assertThat(judge(exit(BTC, "100"), "book.required", "always")).isInstanceOf(Verdict.Approved.class);
    }
}
