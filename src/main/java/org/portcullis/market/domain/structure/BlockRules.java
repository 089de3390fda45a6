package org.portcullis.market.domain.structure;

/**
 * How order blocks are taken: ours, or as the library smartmoneyconcepts 0.0.27 does, quirks included (SMC A4).
 *
 * @param swapsEdges          quirk: when the bar right after the swing breaks it, the block's top is its low and its
 *                            bottom its high
 * @param breaksOneBarEarlier  quirk: a broken block to buy from carries the position of the bar before the one that
 *                            broke it, a block to sell from that of the bar itself
 * @param breaksByBody        a block is broken by a bar's body alone, not by its wick
 * @param blocksMax           blocks remembered on each side; the oldest is forgotten first
 */
public record BlockRules(boolean swapsEdges, boolean breaksOneBarEarlier, boolean breaksByBody, int blocksMax) {

    /** Edges as they are and positions as they happened. */
    public static BlockRules correct(int blocksMax) {
        return new BlockRules(false, false, false, blocksMax);
    }

    /** As the library has them, for comparison with its results only. */
    public static BlockRules library() {
        return new BlockRules(true, true, false, Integer.MAX_VALUE);
    }
}
