package org.portcullis.portfolio.adapter;

import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.portfolio.adapter.store.PortfolioStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the configured account with its starting cash at the first start; later starts leave it as it is. */
@Component
class AccountOpening {

    private static final Logger LOG = LoggerFactory.getLogger(AccountOpening.class);

    private final PortfolioStore store;
    private final AccountId account;
    private final String currency;
    private final Money cash;
    private final WallTime time;

    AccountOpening(PortfolioStore store, AccountId account, @Value("${portcullis.account.currency}") String currency,
            @Value("${portcullis.account.cash}") String cash, WallTime time) {
        this.store = store;
        this.account = account;
        this.currency = currency;
        this.cash = Money.of(cash);
        this.time = time;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(20)
    @Transactional
    void open() {
        if (store.openAccount(account, currency, cash, time.millis())) {
            LOG.info("account {} opened with {} {}", account, cash, currency);
        }
    }
}
