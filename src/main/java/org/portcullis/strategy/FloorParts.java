package org.portcullis.strategy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;

/**
 * What a strategy floor is made of.
 *
 * @param rulesFolder the folder {@code rules}
 * @param rules       gives the rule base in force of a folder, such as {@code strategy/momentum-core}
 * @param scoring     scores patterns; nothing when none is to be scored
 * @param universe    which instruments may be entered
 * @param written     strategies written in Java, by whoever wires the floor; asked when the book enables their names
 * @param holdings    what strategies hold; asked for packs whose rules look at it
 */
public record FloorParts(Path rulesFolder, Function<String, RuleBook> rules, @Nullable Scoring scoring,
        UniverseView universe, List<StrategyPack> written, HoldingView holdings) {

    public FloorParts {
        Objects.requireNonNull(rulesFolder, "rulesFolder");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(universe, "universe");
        Objects.requireNonNull(holdings, "holdings");
        written = List.copyOf(written);
    }

    /** Rule packs only, no scores, every instrument. */
    public static FloorParts of(Path rulesFolder, Function<String, RuleBook> rules) {
        return new FloorParts(rulesFolder, rules, null, UniverseView.EVERYTHING, List.of(), HoldingView.NOBODY);
    }

    /** The same with patterns scored. */
    public FloorParts scoredBy(Scoring by) {
        return new FloorParts(rulesFolder, rules, by, universe, written, holdings);
    }

    /** The same in another universe. */
    public FloorParts within(UniverseView other) {
        return new FloorParts(rulesFolder, rules, scoring, other, written, holdings);
    }

    /** The same with strategies written in Java. */
    public FloorParts with(List<StrategyPack> packs) {
        return new FloorParts(rulesFolder, rules, scoring, universe, packs, holdings);
    }

    /** The same where strategies hold what this says. */
    public FloorParts holding(HoldingView view) {
        return new FloorParts(rulesFolder, rules, scoring, universe, written, view);
    }
}
