package org.portcullis.risk;

import java.math.BigDecimal;
import java.util.List;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/**
 * One account that the desk and the plain second judge of the property tests both judge, for measuring one beside the
 * other: two positions, one pending purchase, proposals to open a third.
 */
public final class JudgedByHand {

    private static final int PROPOSALS = 64;

    private final DeskScene scene = new DeskScene().hold(DeskScene.ETH, "2", "190").hold(DeskScene.SOL, "3", "310")
            .pend("pending-1", DeskScene.ETH, Side.BUY, "1", "100");
    private final PolicyBook policy = DeskScene.policy();
    private final Policy inForce = policy.current();

    /**
     * What the second judge says.
     *
     * @param size quantity in 10<sup>-8</sup> units
     * @param reasons why not, or why a person is asked; empty when approved
     */
    public record Said(long size, List<ReasonCode> reasons) {
    }

    /** A desk over the account that asks these rules. */
    public RiskDesk desk(GateRules rules) {
        return scene.desk(policy, rules);
    }

    /** The desk's verdict at the moment of the account. */
    public static Verdict judge(RiskDesk desk, Proposal proposal) {
        return desk.judge(proposal, DeskScene.ACCOUNT, DeskScene.NOW_MS);
    }

    /** The second judge's: limits as inequalities on decimals, the size by search, nothing recorded. */
    public Said byHand(Proposal proposal) {
        BruteJudge judge = new BruteJudge(scene, proposal, inForce);
        BigDecimal size = judge.size();
        return new Said(size.movePointRight(FixedPoint.DIGITS).longValueExact(), judge.reasons());
    }

    /** Proposals that differ in price and stop, so that no two judgements are the same. */
    public static Proposal[] proposals() {
        Proposal[] made = new Proposal[PROPOSALS];
        for (int i = 0; i < PROPOSALS; i++) {
            long priceE8 = FixedPoint.parse("100") + i * FixedPoint.parse("0.01");
            long stopE8 = priceE8 - FixedPoint.parse("1.5") - i * FixedPoint.parse("0.02");
            made[i] = DeskScene.proposal("p-" + i, Intent.ENTER, Side.BUY, DeskScene.BTC, priceE8, stopE8);
        }
        return made;
    }
}
