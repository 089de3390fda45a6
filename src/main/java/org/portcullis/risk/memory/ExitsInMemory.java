package org.portcullis.risk.memory;

import org.portcullis.engine.memory.Turns;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.adapter.market.CatalogueSessions;
import org.portcullis.risk.adapter.rules.RuleExits;
import org.portcullis.risk.adapter.store.StrategyExitFiles;
import org.portcullis.risk.exit.ExitPorts;
import org.portcullis.risk.exit.ExitWatch;

/** Makes the exit watch over memory. */
final class ExitsInMemory {

    private ExitsInMemory() {
    }

    static ExitWatch watch(RiskInMemory.Ground ground, RiskInMemory.Books books, DeskMarks marks, TermsView terms,
            Turns turns) {
        StrategyExitFiles own = new StrategyExitFiles(ground.rulesFolder(), ground.policies(),
                (strategy, before, now, hash) -> { });
        return new ExitWatch(new ExitPorts(books.accounts(), books.pending(), marks, marks, terms,
                new CatalogueSessions(ground.catalogue(), ground.calendars()), new ProtectionsInMemory(),
                new RuleExits(() -> ground.rules().base("risk")), ground.policies(), own, turns, turns),
                ground.account());
    }
}
