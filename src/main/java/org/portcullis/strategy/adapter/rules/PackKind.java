package org.portcullis.strategy.adapter.rules;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.Words;

/**
 * What differs between packs beside their rules: the fact that carries their limits, measures made for them, and the
 * arithmetic of their prices and confidence.
 *
 * @param <L> the fact that the pack's rules compare with
 */
public interface PackKind<L> {

    /** Confidence of exits in packs that trade both ways; they stand in no contest with entries (S2-REQ-STR4). */
    double EXIT_CONFIDENCE = 0.5;

    /**
     * Makes that fact.
     *
     * @throws IllegalArgumentException when a parameter is missing
     */
    L limits(PackParameters parameters);

    /** Further facts for the rules of this pack, made from what is known at the close of the bar. */
    default List<?> measures(StrategyContext context, L limits) {
        return List.of();
    }

    /** The hit with the prices and the confidence that this kind gives it. */
    default TriggerHit priced(TriggerHit hit, StrategyContext context, L limits) {
        return hit;
    }

    /** Whether its own arithmetic looks at patterns, levels or pools; rules that do are known from their conditions. */
    default boolean looksAtStructure() {
        return true;
    }

    /** Whether it has no arithmetic of its own, so that nothing fires but what the rules form from what is declared. */
    default boolean rulesAlone() {
        return false;
    }

    /** What was measured for the rules, by name, for the explanation of a proposal. */
    default SortedMap<String, Double> saw(StrategyContext context, L limits) {
        return Collections.emptySortedMap();
    }

    /** A hit on a signal with the confidence that this kind gives it. */
    default TriggerHit trusted(TriggerHit hit, L limits) {
        return hit;
    }

    /** How near the nearest trigger came on a bar on which none fired, for a person, told when it is read. */
    default Words nearest(StrategyContext context, L limits) {
        return Words.NONE;
    }

    /** The kind of a shipped pack; others compare with their {@link PackParameters}. */
    static PackKind<?> of(String pack) {
        return switch (pack) {
            case "momentum-core" -> new MomentumKind();
            case "pool-reversal" -> new PoolReversalKind();
            case "smc-scalper" -> new ScalperKind();
            case "false-breakout" -> new FalseBreakoutKind();
            case "alert-follower" -> new AlertKind();
            default -> new PlainKind();
        };
    }
}
