package org.portcullis.web.adapter.rest;

import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.time.EventClock;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Ban;
import org.portcullis.market.Bans;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.CatalogueState;
import org.portcullis.market.UniverseDesk;
import org.portcullis.market.UniverseReport;
import org.portcullis.market.UniverseStanding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which symbols may be traded, why the others may not, and bans (S2-U4, S2-U5). */
@RestController
@RequestMapping("/api/v1/universe")
class UniverseApi {

    private final ObjectProvider<UniverseDesk> desks;
    private final ObjectProvider<CatalogueDesk> catalogues;
    private final ObjectProvider<Bans> bans;
    private final InstantSource clock;

    UniverseApi(ObjectProvider<UniverseDesk> desks, ObjectProvider<CatalogueDesk> catalogues,
            ObjectProvider<Bans> bans, EventClock clock) {
        this.desks = desks;
        this.catalogues = catalogues;
        this.bans = bans;
        this.clock = clock;
    }

    @GetMapping
    Now now() {
        CatalogueState state = there(catalogues).state();
        return new Now(UniverseReport.of(there(desks).present()), state.source(), state.readAtMs(), state.said(),
                there(bans).active(clock.millis()));
    }

    @GetMapping("/{symbol}")
    One one(@PathVariable String symbol) {
        InstrumentId id = new InstrumentId(symbol);
        UniverseStanding standing = there(desks).present().standings().get(id);
        if (standing == null) {
            throw new NotFound(id + " is no candidate of the universe.");
        }
        return new One(UniverseReport.Line.of(standing), there(bans).history(id));
    }

    /** Takes effect at once: the universe is judged again. */
    @PostMapping("/{symbol}/ban")
    Ban ban(@PathVariable String symbol, @RequestBody Reason reason, Principal who) {
        InstrumentId id = new InstrumentId(symbol);
        there(catalogues).state().catalogue().find(id)
                .orElseThrow(() -> new NotFound("There is no instrument " + id + "."));
        Ban ban = there(bans).ban(id, Reason.required(reason), who.getName(), clock.millis());
        there(desks).evaluate(clock.millis());
        return ban;
    }

    @PostMapping("/{symbol}/lift")
    Ban lift(@PathVariable String symbol, Principal who) {
        InstrumentId id = new InstrumentId(symbol);
        Optional<Ban> lifted = there(bans).lift(id, who.getName(), clock.millis());
        there(desks).evaluate(clock.millis());
        return lifted.orElseThrow(() -> new NotFound(id + " is not banned now."));
    }

    private static <T> T there(ObjectProvider<T> part) {
        T found = part.getIfAvailable();
        if (found == null) {
            throw new NotFound("No universe is watched here.");
        }
        return found;
    }

    /**
     * The present universe.
     *
     * @param universe each symbol in or out with its reasons
     * @param source   where the list of instruments comes from
     * @param readAtMs when the venue's list was last read, UTC milliseconds; 0 when never
     * @param said     what a person should know about it
     * @param bans     those that hold
     */
    record Now(UniverseReport universe, CatalogueState.Source source, long readAtMs, List<String> said,
            List<Ban> bans) {
    }

    /**
     * One symbol.
     *
     * @param standing in or out with its reasons
     * @param bans     every ban it ever had, the newest first
     */
    record One(UniverseReport.Line standing, List<Ban> bans) {
    }
}
