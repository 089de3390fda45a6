package org.portcullis.risk.breaker;

import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.FrameHearing;

/**
 * Takes the desk's frames into the tapes and lets the watches look at them. Bars from before a restart fill the tapes;
 * what they told was judged when they came.
 */
public final class FrameWatch implements FrameHearing {

    private final AccountId account;
    private final MarketTapes tapes;
    private final MarketWatch market;
    private final SlippageWatch slippage;
    private final PolicyReading<Integer> lookBack;

    public FrameWatch(AccountId account, MarketTapes tapes, MarketWatch market, SlippageWatch slippage,
            PolicyBook policies) {
        this.account = account;
        this.tapes = tapes;
        this.market = market;
        this.slippage = slippage;
        this.lookBack = new PolicyReading<>(policies, policy -> policy.integer("venue.paper.atr-bars"));
    }

    @Override
    public void heard(MarketFrame frame, List<MarketOutcome> outcomes, DeskMarks marks) {
        tapes.addAll(frame.bars(), outcomes, lookBack.now());
        if (!frame.warmUp()) {
            market.seen(marks, frame.closeTimeMs());
            slippage.settle(account);
        }
    }

    @Override
    public void remembered(Bar bar, MarketOutcome outcome) {
        tapes.add(bar, outcome, lookBack.now());
    }
}
