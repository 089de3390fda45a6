package org.portcullis.strategy.adapter.rules;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyBudget;
import org.portcullis.strategy.StrategyPack;

/**
 * Every pack that was ever asked for, by name: made when its strategy is first enabled, kept when it is disabled.
 * Used under the lock of whoever reads the book.
 */
public final class PackShelf {

    private final FloorParts parts;
    private final Map<String, StrategyPack> packs = new HashMap<>();

    /**
     * A shelf with the strategies written in Java.
     *
     * @throws IllegalArgumentException when two of them have one name, or one has the name of a rule pack
     */
    public PackShelf(FloorParts parts) {
        this.parts = parts;
        for (StrategyPack pack : parts.written()) {
            boolean ruled = Files.exists(parts.rulesFolder().resolve("strategy").resolve(pack.name()));
            if (ruled || packs.put(pack.name(), pack) != null) {
                throw new IllegalArgumentException("strategy " + pack.name() + " is there twice; rename one of them");
            }
        }
    }

    /**
     * The packs of the strategies that the book enables, in alphabetical order.
     *
     * @throws IllegalArgumentException when one has no usable parameters or rules, naming it
     */
    public List<StrategyPack> enabled(StrategyBook book) {
        return book.enabled().stream().map(StrategyBudget::strategy).map(name -> packs.computeIfAbsent(name,
                unseen -> DrlStrategyPack.open(name, parts))).toList();
    }
}
