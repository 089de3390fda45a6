package org.portcullis.risk.adapter.market;

import java.util.Optional;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bans;
import org.portcullis.market.ExclusionCode;
import org.portcullis.market.Universe;
import org.portcullis.market.UniverseDesk;
import org.portcullis.market.UniverseStanding;
import org.portcullis.risk.UniverseMembership;

/**
 * The universe that the brain watches, and the bans as they hold at the moment: a ban that nobody has judged the
 * universe by yet counts already, one that has ended counts no more (S2-U4).
 */
public final class WatchedUniverse implements UniverseMembership {

    private static final Set<ExclusionCode> RED_FLAGS = Set.of(ExclusionCode.RED_FLAG, ExclusionCode.BANNED);

    private final UniverseDesk universe;
    private final Bans bans;
    private final boolean asked;

    /** @param asked whether the universe decides what may be entered; bans always do */
    public WatchedUniverse(UniverseDesk universe, Bans bans, boolean asked) {
        this.universe = universe;
        this.bans = bans;
        this.asked = asked;
    }

    @Override
    public Standing standing(InstrumentId instrument, long atMs) {
        boolean banned = bans.active(atMs).stream().anyMatch(ban -> ban.instrument().equals(instrument));
        if (!asked) {
            return Standing.notAsked(banned);
        }
        Universe now = universe.present();
        if (now.standings().isEmpty()) {
            return new Standing(true, Standing.NEVER, false, banned, false, said(now, instrument, banned));
        }
        Optional<UniverseStanding> found = Optional.ofNullable(now.standings().get(instrument));
        return new Standing(true, now.atMs(), found.isPresent(), banned || breaks(found, ExclusionCode.RED_FLAG),
                found.isPresent() && found.get().exclusions().stream().anyMatch(each ->
                        !RED_FLAGS.contains(each.code())), said(now, instrument, banned));
    }

    private static boolean breaks(Optional<UniverseStanding> found, ExclusionCode code) {
        return found.isPresent() && found.get().exclusions().stream().anyMatch(each -> each.code() == code);
    }

    private static String said(Universe now, InstrumentId instrument, boolean banned) {
        String why = now.whyNot(instrument).orElse(banned ? "BANNED" : "in");
        return banned && !why.contains(ExclusionCode.BANNED.name()) ? "BANNED, " + why : why;
    }
}
