package org.portcullis.order.rotation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.route.Addresses;
import org.portcullis.kernel.AccountId;
import org.portcullis.order.OrderStep;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.RotationDue;
import org.portcullis.risk.WeakestPosition;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyProposed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the weakest position, then has the better signal judged again (S1-24). {@code PositionExitProcess} says what
 * is next; both legs are proposals that the desk judges like any other. Everything happens in the caller's transaction
 * and may be asked for or told any number of times.
 *
 * <p>When the second leg fails, the closed position is not opened again: nobody wished for that at today's price. What
 * happened is kept and audited, the place is free, and the proposal has ended.
 */
public final class Rotations {

    private static final Logger LOG = LoggerFactory.getLogger(Rotations.class);
    private static final String ACTOR = "rotation";
    private static final String LATE = "EXPIRED";

    private final RotationPorts ports;

    public Rotations(RotationPorts ports) {
        this.ports = ports;
    }

    /** Begins: keeps the rotation and starts its workflow; nothing is sent yet. */
    public void begin(RotationDue due) {
        Policy policy = ports.policies().current();
        Rotation rotation = Rotation.begin(due, policy.duration("rotation.valid").toMillis());
        ports.book().begin(rotation);
        ports.workflow().start(RotationVariables.PROCESS, rotation.rotationId(), Map.of(
                RotationVariables.EXPIRES_AT, Instant.ofEpochMilli(rotation.expiresAtMs()).toString(),
                RotationVariables.ASK_AGAIN_AFTER, policy.duration("rotation.ask-again").toString(),
                RotationVariables.ASKED, 0));
        audit("ROTATION_STARTED", rotation, "decision " + due.decisionId() + ": " + due.weakest().instrument() + " of "
                + due.weakest().strategy() + " (confidence " + due.weakest().confidence() + ", profit after fees "
                + due.weakest().profit() + ") is closed for " + due.entry().instrument() + " (confidence "
                + new Confidence(due.entry().confidenceE8()) + ")", due.atMs());
    }

    /** First leg: proposes to close the weakest position, unless it has been judged before. */
    public void close(String rotationId, int asked, long atMs) {
        Rotation rotation = locked(rotationId);
        if (rotation.state() == RotationState.CLOSING && !judged(rotation, rotation.exitProposalId())) {
            propose(exit(rotation), asked);
        }
    }

    /**
     * Second leg: proposes the better signal again, unless it has been judged before.
     *
     * @return false when it is too late for that
     */
    public boolean open(String rotationId, int asked, long atMs) {
        Rotation rotation = locked(rotationId);
        if (rotation.state() != RotationState.OPENING || judged(rotation, rotation.entryProposalId())) {
            return true;
        }
        if (atMs >= rotation.expiresAtMs()) {
            ports.book().keep(rotation.in(RotationState.OPENING, LATE, atMs));
            return false;
        }
        propose(rotation.entry(), asked);
        return true;
    }

    /**
     * One leg has ended; anything else is not ours and changes nothing.
     *
     * @param done whether its order was filled, an entry at least in part
     * @param why what became of it
     */
    public void legEnded(AccountId account, String proposalId, boolean done, String why, long atMs) {
        if (proposalId.startsWith(Rotation.LEG)) {
            ports.book().lockByLeg(account, proposalId).ifPresent(rotation -> {
                boolean exit = proposalId.equals(rotation.exitProposalId());
                if (!done && rotation.why() != null) {
                    return; // told before; the workflow has heard it
                }
                if (rotation.state() == (exit ? RotationState.CLOSING : RotationState.OPENING)) {
                    told(rotation, exit, done, why, atMs);
                } else {
                    audit("ROTATION_LATE", rotation, proposalId + " ended as " + why + " after the rotation was "
                            + rotation.state(), atMs);
                }
            });
        }
    }

    private void told(Rotation rotation, boolean exit, boolean done, String why, long atMs) {
        if (done) {
            RotationState next = exit ? RotationState.OPENING : RotationState.ROTATED;
            ports.book().keep(rotation.in(next, null, atMs));
            audit(exit ? "ROTATION_CLOSED" : "ROTATION_DONE", rotation,
                    (exit ? rotation.weakest().instrument() : rotation.entry().instrument()) + " " + why, atMs);
        } else {
            ports.book().keep(rotation.in(rotation.state(), why, atMs));
        }
        String message = exit ? RotationVariables.MSG_EXIT_ENDED : RotationVariables.MSG_ENTRY_ENDED;
        String answer = exit ? RotationVariables.CLOSED : RotationVariables.OPENED;
        if (!ports.workflow().tell(message, rotation.rotationId(), Map.of(answer, done))) {
            LOG.error("rotation {}: its workflow was gone when {}", rotation.rotationId(), message);
            compensate(rotation.rotationId(), atMs);
        }
    }

    /** The first leg came to nothing: an order of it that still works is cancelled, the entry is given up. */
    public void giveUp(String rotationId, long atMs) {
        Rotation rotation = locked(rotationId);
        if (rotation.state() != RotationState.CLOSING) {
            return;
        }
        String why = rotation.why();
        ports.book().keep(rotation.in(why == null ? RotationState.EXPIRED : RotationState.NOT_CLOSED,
                why == null ? LATE : why, atMs));
        audit(why == null ? "ROTATION_EXPIRED" : "ROTATION_NOT_CLOSED", rotation, rotation.weakest().instrument()
                + " was not closed: " + (why == null ? LATE : why) + "; the entry is given up", atMs);
        ports.book().working(rotation.account(), rotation.exitProposalId()).ifPresent(order -> {
            String step = ContentHash.hex("rotation-cancel", rotationId);
            ports.bus().send(Addresses.ORDER_STEP, step, new OrderStep(step, order, OrderStep.Kind.CANCEL, ACTOR,
                    "rotation expired", atMs));
        });
    }

    /** The second leg came to nothing: that is kept and said, the place is free. */
    public void compensate(String rotationId, long atMs) {
        Rotation rotation = locked(rotationId);
        if (!rotation.state().ended()) {
            RotationState end = rotation.state() == RotationState.CLOSING ? RotationState.NOT_CLOSED
                    : RotationState.NOT_OPENED;
            String why = rotation.why() == null ? "the workflow ended" : rotation.why();
            ports.book().keep(rotation.in(end, why, atMs));
            audit("ROTATION_COMPENSATED", rotation, rotation.weakest().instrument() + " stays closed, "
                    + rotation.entry().instrument() + " was not opened: " + why + "; the place is free", atMs);
            LOG.warn("rotation {}: {} was closed, but {} was not opened: {}", rotationId,
                    rotation.weakest().instrument(), rotation.entry().instrument(), why);
        }
    }

    private Proposal exit(Rotation rotation) {
        WeakestPosition weakest = rotation.weakest();
        long priceE8 = ports.prices().last(weakest.instrument()).map(LastPrice::price).map(price -> price.e8())
                .orElse(rotation.entry().referencePriceE8());
        return Proposal.closing(rotation.exitProposalId(), weakest.strategy(), "risk.rotation", weakest.instrument(),
                weakest.side().opposite(), rotation.startedAtMs(), priceE8, rotation.rotationId());
    }

    private void propose(Proposal proposal, int asked) {
        ports.bus().send(Addresses.STRATEGY_PROPOSED, proposal.proposalId() + "-" + asked,
                new StrategyProposed(proposal, ports.micros().getAsLong()));
    }

    private boolean judged(Rotation rotation, String proposalId) {
        return ports.decisions().findByProposal(rotation.account(), proposalId).isPresent();
    }

    private Rotation locked(String rotationId) {
        Optional<Rotation> found = ports.book().lock(rotationId);
        return found.orElseThrow(() -> new IllegalStateException("there is no rotation " + rotationId));
    }

    private void audit(String action, Rotation rotation, String text, long atMs) {
        ports.audit().append(action, rotation.rotationId(), ACTOR, text, atMs);
    }
}
