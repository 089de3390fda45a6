package org.portcullis.risk.exit;

/** The question of the watch to the strategies: which exit limits of their own are in force? */
@FunctionalInterface
public interface StrategyExitsView {

    /** Those of that strategy; {@link StrategyExits#NONE} when it says nothing or is not known. */
    StrategyExits of(String strategy);
}
