package org.portcullis.portfolio.adapter;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyCheck;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses a policy whose positions could not all be opened (S2-CS1): the largest minimum worth of an order times the
 * permitted positions must fit into what the total limit leaves of the account's starting cash. Its present equity is
 * not asked: a loss must never keep the system from starting and closing what it holds.
 */
@Component
class AccountSanity implements PolicyCheck {

    private static final BigInteger WHOLE_PCT = BigInteger.valueOf(100 * FixedPoint.ONE);

    private final InstrumentCatalogue catalogue;
    private final Money cash;

    AccountSanity(PolicyBook policies, InstrumentCatalogue catalogue,
            @Value("${portcullis.account.cash}") String cash) {
        this.catalogue = catalogue;
        this.cash = Money.of(cash);
        policies.require(this);
    }

    @Override
    public List<String> faults(Policy policy) {
        int positions = policy.integer("risk.positions-max");
        Percent cap = policy.percent("risk.exposure-total-pct-max");
        Instrument dearest = catalogue.instruments().values().stream()
                .max(Comparator.comparingLong(Instrument::minimumNotionalE8)).orElse(null);
        if (dearest == null) {
            return List.of();
        }
        BigInteger needed = BigInteger.valueOf(dearest.minimumNotionalE8()).multiply(BigInteger.valueOf(positions))
                .multiply(WHOLE_PCT);
        BigInteger permitted = BigInteger.valueOf(cash.e8()).multiply(BigInteger.valueOf(cap.e8()));
        return needed.compareTo(permitted) <= 0 ? List.of() : List.of("risk.positions-max (" + positions
                + ") positions of at least " + FixedPoint.format(dearest.minimumNotionalE8()) + " (" + dearest.id()
                + ") do not fit into risk.exposure-total-pct-max (" + cap + " %) of portcullis.account.cash (" + cash
                + "); permit fewer positions or more exposure");
    }
}
