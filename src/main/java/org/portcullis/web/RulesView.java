package org.portcullis.web;

import java.util.List;
import org.portcullis.engine.rules.RulesState;

/** What the pages ask about rules and limits in force. */
public interface RulesView {

    /** Every rule folder with its version, and the edit that was refused last if it still lies there. */
    RulesState rules();

    /** Hash of the policy in force. */
    String policyHash();

    /** Profile of the policy in force. */
    String policyProfile();

    /** Largest number of open positions that the policy permits. */
    int positionsMax();

    /** Largest exposure that the policy permits, in percent of equity, in 10<sup>-8</sup>. */
    long exposurePctMaxE8();

    /** Why edits of rules or policy are not in force: one line each, {@code file:line: what}; empty when all are. */
    List<String> refused();
}
