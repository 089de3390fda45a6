package org.portcullis.market.domain.universe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Candidate;
import org.portcullis.market.Exclusion;
import org.portcullis.market.ExclusionCode;
import org.portcullis.market.Tier;
import org.portcullis.market.Universe;
import org.portcullis.market.UniverseJudge;
import org.portcullis.market.UniverseLimits;
import org.portcullis.market.UniversePlan;
import org.portcullis.market.UniverseStanding;

/** Judges each symbol alone, then keeps in each tier those that trade most. */
public final class Selection {

    private static final Comparator<Candidate> BY_VOLUME = Comparator.comparingDouble(Candidate::quoteVolume)
            .reversed().thenComparing(Candidate::instrument);

    private Selection() {
    }

    /** The universe, as {@link Universe#judged} says. */
    public static Universe judged(long atMs, Collection<Candidate> candidates, UniversePlan plan,
            Function<Tier, UniverseLimits> limits, UniverseJudge judge) {
        SortedMap<InstrumentId, UniverseStanding> standings = new TreeMap<>();
        for (Candidate raw : candidates) {
            InstrumentId id = raw.instrument();
            Candidate candidate = raw.in(plan.tier(id), plan.redFlagged(id));
            UniverseStanding standing = new UniverseStanding(candidate,
                    judge.judge(candidate, limits.apply(candidate.tier())));
            if (standings.put(id, standing) != null) {
                throw new IllegalArgumentException(id + " is given twice");
            }
        }
        for (Tier tier : List.of(Tier.CORE, Tier.ROTATIONAL)) {
            rank(standings, tier, limits.apply(tier).symbolsMax());
        }
        return new Universe(atMs, standings);
    }

    /** Only those that passed are ranked, so that one that failed takes nobody's place. */
    private static void rank(SortedMap<InstrumentId, UniverseStanding> standings, Tier tier, int symbolsMax) {
        List<Candidate> passed = new ArrayList<>(standings.values().stream().filter(UniverseStanding::in)
                .map(UniverseStanding::candidate).filter(candidate -> candidate.tier() == tier).toList());
        passed.sort(BY_VOLUME);
        for (int i = symbolsMax; i < passed.size(); i++) {
            Candidate late = passed.get(i);
            standings.put(late.instrument(), new UniverseStanding(late,
                    List.of(new Exclusion(ExclusionCode.RANK_LOW, i + 1, symbolsMax))));
        }
    }
}
