package org.portcullis.strategy.adapter.rules;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.portcullis.market.Features;
import org.portcullis.strategy.MomentumParameters;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.domain.MomentumNearest;

/**
 * What differs between packs beside their rules.
 *
 * @param facts   makes the fact that the pack's rules compare with
 * @param nearest tells a person how near the nearest trigger came, from the features and that fact
 */
public record PackKind(Function<PackParameters, Object> facts, BiFunction<Features, Object, String> nearest) {

    /** The kind of a pack: momentum-core has a fact of its own, others compare with their {@link PackParameters}. */
    public static PackKind of(String pack) {
        return pack.equals("momentum-core")
                ? new PackKind(MomentumParameters::from,
                        (features, limits) -> MomentumNearest.text(features, (MomentumParameters) limits))
                : new PackKind(parameters -> parameters, (features, limits) -> "");
    }
}
