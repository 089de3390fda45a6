package org.portcullis.venue.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.market.FundingDue;
import org.portcullis.portfolio.VenueSnapshot.VenueFill;
import org.portcullis.portfolio.VenueSnapshot.VenueFunding;
import org.portcullis.venue.Contract;
import org.portcullis.venue.Contracts;

/**
 * What the fills of the paper venue's ledger make of the account there. It is summed up as far as it was asked for, so
 * one question costs what happened since the last one.
 */
final class PaperAccount {

    /** Fills are told in the order of the ledger; none is older than its neighbours by more than this. */
    private static final long DISORDER_MS = 86_400_000;

    private final List<VenueFill> fills = new ArrayList<>();
    private final SortedMap<InstrumentId, Long> positionsE8 = new TreeMap<>();
    private final SortedMap<Due, VenueFunding> fundings = new TreeMap<>();
    private Money netCash = Money.ZERO;
    private int summed;

    void filled(VenueFill fill) {
        fills.add(fill);
    }

    void funded(VenueFunding funding) {
        fundings.putIfAbsent(new Due(funding.dueMs(), funding.instrument()), funding);
    }

    /** Whether that funding was settled before. */
    boolean settled(FundingDue due) {
        return fundings.containsKey(new Due(due.dueMs(), due.instrument()));
    }

    /** When which contract was settled. */
    private record Due(long ms, InstrumentId instrument) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(ms, other.ms);
            return byTime != 0 ? byTime : instrument.compareTo(other.instrument);
        }
    }

    /** The account at a moment, with the fills after another one, in the order of the ledger. */
    Statement at(long sinceMs, long untilMs, Contracts contracts) {
        SortedSet<String> unknown = new TreeSet<>();
        while (summed < fills.size() && unknown.isEmpty()) {
            VenueFill fill = fills.get(summed);
            Optional<Contract> contract = contracts.find(fill.instrument());
            if (contract.isEmpty()) {
                unknown.add("the contract of " + fill.instrument() + " is not listed");
            } else {
                positionsE8.merge(fill.instrument(), signedE8(fill), Math::addExact);
                netCash = netCash.plus(cash(fill, contract.get()));
                summed++;
            }
        }
        SortedMap<InstrumentId, Long> positions = new TreeMap<>(positionsE8);
        List<VenueFill> told = new ArrayList<>();
        Money cash = netCash;
        for (int index = summed - 1; index >= 0; index--) {
            VenueFill fill = fills.get(index);
            long atMs = fill.report().atMs();
            if (atMs > untilMs) {
                positions.merge(fill.instrument(), -signedE8(fill), Math::addExact);
                cash = cash.minus(cash(fill, contracts.find(fill.instrument()).orElseThrow()));
            } else if (atMs > sinceMs) {
                told.add(fill);
            } else if (atMs < sinceMs - DISORDER_MS) {
                break;
            }
        }
        Collections.reverse(told);
        positions.values().removeIf(held -> held == 0);
        List<VenueFunding> settled = new ArrayList<>();
        for (VenueFunding funding : fundings.values()) {
            cash = funding.dueMs() <= untilMs ? cash.plus(funding.cash()) : cash;
            if (funding.dueMs() > sinceMs && funding.dueMs() <= untilMs) {
                settled.add(funding);
            }
        }
        return new Statement(positions, cash, told, settled, List.copyOf(unknown));
    }

    private static long signedE8(VenueFill fill) {
        return fill.side().sign() * fill.report().quantity().e8();
    }

    private static Money cash(VenueFill fill, Contract contract) {
        Money worth = fill.report().price().times(fill.report().quantity(), contract.multiplierE8());
        Money fee = fill.report().fee();
        return fill.side() == Side.BUY ? worth.plus(fee).negated() : worth.minus(fee);
    }

    /**
     * Positions, cash, fills and fundings as they were. Every fill counts at its full worth, also on margin: the
     * balance less what open positions there cost, however the venue nets them.
     *
     * @param unknown instruments whose contract is not listed, so that the rest is not the whole; empty when it is
     */
    record Statement(SortedMap<InstrumentId, Long> positionsE8, Money netCash, List<VenueFill> fills,
            List<VenueFunding> fundings, List<String> unknown) {
    }
}
