package org.portcullis.web;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.springframework.context.ApplicationContext;

/** Trips breakers of the preview, and lets them go, as people would. */
final class PreviewBreakers {

    private static final AccountId ACCOUNT = new AccountId("paper-main");

    private PreviewBreakers() {
    }

    static void trip(ApplicationContext preview, String symbol, Rung rung) {
        preview.getBean(Breakers.class).tripByHand(ACCOUNT, scope(symbol), rung, "tom", "odd prints",
                PreviewRows.NOW_MS);
    }

    static void letGo(ApplicationContext preview, String symbol) {
        preview.getBean(Breakers.class).rearm(ACCOUNT, Breaker.BY_HAND, scope(symbol), "rita", "prints are fine",
                PreviewRows.NOW_MS + 1);
    }

    private static Scope scope(String symbol) {
        return Scope.symbol(new InstrumentId(symbol));
    }
}
