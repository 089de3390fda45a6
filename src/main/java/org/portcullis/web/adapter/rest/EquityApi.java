package org.portcullis.web.adapter.rest;

import java.time.Instant;
import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.portfolio.AccountSummary;
import org.portcullis.portfolio.EquityDay;
import org.portcullis.portfolio.EquityPoint;
import org.portcullis.portfolio.PortfolioDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the account is worth now and was worth: equity, its peak, and how far it lay below. */
@RestController
@RequestMapping("/api/v1/equity")
class EquityApi {

    private static final int LIMIT_MAX = 10_000;

    private final ObjectProvider<PortfolioDesk> portfolio;
    private final AccountId account;

    /** @param portfolio asked for with each question: pages may be served without a desk beside them */
    EquityApi(ObjectProvider<PortfolioDesk> portfolio, AccountId account) {
        this.portfolio = portfolio;
        this.account = account;
    }

    /** The account at one glance and its newest UTC days, newest first. */
    @GetMapping
    Equity equity(@RequestParam(defaultValue = "90") int days) {
        Bounds.within("days", days, 1, LIMIT_MAX);
        AccountSummary now = portfolio.getObject().summary(account)
                .orElseThrow(() -> new NotFound("No account is open yet."));
        return new Equity(now, portfolio.getObject().equityDays(account, days));
    }

    /** Minutes in which it moved since a moment, oldest first. */
    @GetMapping("/minutes")
    List<EquityPoint> minutes(@RequestParam(defaultValue = "0") long fromMs,
            @RequestParam(defaultValue = "1440") int limit) {
        Bounds.within("limit", limit, 1, LIMIT_MAX);
        return portfolio.getObject().equityMinutes(account, Instant.ofEpochMilli(fromMs), limit);
    }

    /** Now and by day. */
    record Equity(AccountSummary account, List<EquityDay> days) {
    }
}
