package org.portcullis.web.adapter.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.web.ApprovalCard;
import org.portcullis.web.DecisionStory;
import org.portcullis.web.Glance;
import org.portcullis.web.LiveBars;
import org.portcullis.web.OrderLine;
import org.portcullis.web.PositionLine;
import org.portcullis.web.RulesView;

/** What the live page shows beside its chart, put together from the tables and the newest prices. */
public final class LiveReads {

    private static final int LISTED = 200;

    private final GlanceReads glances;
    private final OrderReads orders;
    private final PortfolioReads portfolio;
    private final StoryReads stories;
    private final DecisionReads decisions;
    private final LiveBars bars;
    private final RulesView rules;
    private final InstantSource market;

    /** @param market the clock of the market: event time in a replay */
    public LiveReads(GlanceReads glances, OrderReads orders, PortfolioReads portfolio, DecisionReads decisions,
            LiveBars bars, RulesView rules, InstantSource market) {
        this.glances = glances;
        this.orders = orders;
        this.portfolio = portfolio;
        this.decisions = decisions;
        this.stories = new StoryReads(decisions);
        this.bars = bars;
        this.rules = rules;
        this.market = market;
    }

    /** The figures on top. */
    public Glance glance() {
        List<PositionLine> open = positions();
        Money equity = equity(open);
        GlanceReads.Pending pending = glances.pending();
        Money exposed = open.stream().map(PositionLine::worth).reduce(pending.notional(), Money::plus);
        GlanceReads.Day day = glances.day(market.instant());
        GlanceReads.Verdicts verdicts = glances.verdicts();
        GlanceReads.Speed speed = glances.speed();
        return new Glance(portfolio.account().map(PortfolioReads.Account::currency).orElse(""), day.realised(),
                day.wins(),
                day.losses(), equity, equity.e8() > 0 ? exposed.of(equity) : new Percent(0),
                new Percent(rules.exposurePctMaxE8()), (int) open.stream().filter(line -> !line.dust()).count(),
                rules.positionsMax(), pending.working(),
                glances.judgedBars() + verdicts.all(), verdicts.all(), verdicts.approved(), verdicts.denied(),
                verdicts.asked(), speed.p50Micros(), speed.p99Micros());
    }

    /** Open positions at their last prices. */
    public List<PositionLine> positions() {
        Map<InstrumentId, Price> last = bars.lastPrices();
        return portfolio.open(last, market.instant());
    }

    /** Orders at work. */
    public List<OrderLine> working() {
        return orders.working(LISTED);
    }

    /** Orders that wait for a person, with what that person should know. */
    public List<ApprovalCard> approvals() {
        List<OrderLine> waiting = orders.waiting(LISTED);
        if (waiting.isEmpty()) {
            return List.of();
        }
        Money equity = equity(positions());
        return waiting.stream().map(order -> card(order, equity)).toList();
    }

    /** The newest judgements with their stories. */
    public List<DecisionStory> newestStories(int count) {
        return decisions.newest(count).stream().flatMap(line -> stories.of(line).stream()).toList();
    }

    private ApprovalCard card(OrderLine order, Money equity) {
        Instant expires = order.approvalExpiresAt();
        Long left = expires == null ? null : Math.max(0, expires.toEpochMilli() - market.millis());
        long wait = expires == null ? 0 : Math.max(1, expires.toEpochMilli() - order.createdAt().toEpochMilli());
        return new ApprovalCard(order, stories.find(order.decisionId()).orElse(null), equity, left, wait);
    }

    private Money equity(List<PositionLine> open) {
        Money cash = portfolio.account().map(PortfolioReads.Account::cash).orElse(Money.ZERO);
        return open.stream().map(PositionLine::value).reduce(cash, Money::plus);
    }
}
