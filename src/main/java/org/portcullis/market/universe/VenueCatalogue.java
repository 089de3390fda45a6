package org.portcullis.market.universe;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.CatalogueState;
import org.portcullis.market.CatalogueState.Source;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing;
import org.portcullis.market.ListingSource;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.TradingStatus;
import org.portcullis.market.UniversePlan;
import org.portcullis.market.domain.universe.CatalogueMerge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last list of the venue and what it means for the catalogue. One thread refreshes, any may ask. */
public final class VenueCatalogue implements CatalogueDesk {

    private static final Logger LOG = LoggerFactory.getLogger(VenueCatalogue.class);

    private final InstrumentCatalogue file;
    private final UniversePlan plan;
    private final @Nullable ListingSource source;
    private final Supplier<Policy> policy;
    private final Map<InstrumentId, StatusUpdate> announced = new ConcurrentHashMap<>();
    private volatile CatalogueState state;
    private List<Listing> listings = List.of();
    private long readAtMs;
    private long triedAtMs;
    private String failure = "";

    /** As {@link CatalogueDesk#of} says. */
    public VenueCatalogue(InstrumentCatalogue file, UniversePlan plan, @Nullable ListingSource source,
            Supplier<Policy> policy) {
        this.file = file;
        this.plan = plan;
        this.source = source;
        this.policy = policy;
        this.state = formed(source == null ? Source.FILE : Source.FALLBACK, List.of());
    }

    @Override
    public CatalogueState state() {
        return state;
    }

    @Override
    public synchronized CatalogueState refresh(long nowMs) {
        if (source == null) {
            return state;
        }
        Policy now = policy.get();
        Duration every = now.duration("market.universe.listing-refresh");
        Map<InstrumentId, StatusUpdate> older = Map.of();
        if (triedAtMs == 0 || nowMs - triedAtMs >= every.toMillis()) {
            triedAtMs = nowMs;
            Map<InstrumentId, StatusUpdate> before = Map.copyOf(announced);
            older = read(source, nowMs) ? before : older;
        }
        long ageMs = nowMs - readAtMs;
        long ageMsMax = now.duration("market.universe.listing-age-max").toMillis();
        CatalogueState next = readAtMs == 0 || ageMs > ageMsMax
                ? formed(Source.FALLBACK, List.of(tooOld(ageMs, ageMsMax)))
                : failure.isEmpty() ? formed(Source.VENUE, List.of())
                : formed(Source.LAST_KNOWN, List.of("the venue's list of instruments could not be read (" + failure
                        + "); the one of " + ageMs + " ms ago goes on"));
        say(state, next);
        state = next;
        // the list is newer than what was announced before it was asked for; what came meanwhile is newer than the list
        older.forEach(announced::remove);
        return next;
    }

    @Override
    public void onStatus(StatusUpdate update) {
        announced.put(update.instrument(), update);
    }

    @Override
    public TradingStatus status(InstrumentId instrument) {
        TradingStatus listed = state.statuses().getOrDefault(instrument, TradingStatus.OFFLINE);
        StatusUpdate told = announced.get(instrument);
        // an announcement may bear fewer flags than the list: what narrows counts at once, the rest waits
        return told == null || told.status().compareTo(listed) < 0 ? listed : told.status();
    }

    @Override
    public Optional<String> whyNotTradable(InstrumentId instrument) {
        CatalogueState now = state;
        if (now.catalogue().find(instrument).isEmpty()) {
            return Optional.of(instrument + " is neither in rules/instruments.yaml nor listed by the venue");
        }
        List<String> differences = now.differences().get(instrument);
        if (differences != null) {
            return Optional.of(instrument + ": " + String.join("; ", differences));
        }
        TradingStatus status = status(instrument);
        return status == TradingStatus.TRADING ? Optional.empty() : Optional.of(instrument + " is " + status);
    }

    /** Whether a list came. */
    private boolean read(ListingSource venue, long nowMs) {
        try {
            List<Listing> read = venue.listings();
            if (read.isEmpty()) {
                failure = "it was empty";
                return false;
            }
            listings = List.copyOf(read);
            readAtMs = nowMs;
            failure = "";
            return true;
        } catch (IOException | RuntimeException failed) {
            failure = String.valueOf(failed.getMessage());
            LOG.warn("the venue's list of instruments could not be read", failed);
            return false;
        }
    }

    private CatalogueState formed(Source now, List<String> said) {
        boolean accepted = policy.get().flag("market.universe.accept-venue-terms");
        CatalogueMerge merge = CatalogueMerge.of(file, listings, accepted);
        List<InstrumentId> considered = new ArrayList<>(merge.catalogue().instruments().keySet());
        List<String> sentences = new ArrayList<>(said);
        if (now == Source.FALLBACK) {
            considered = plan.fallback().stream().filter(id -> merge.catalogue().find(id).isPresent()).toList();
        }
        merge.differences().forEach((id, differences) ->
                sentences.add(id + " is not traded: " + String.join("; ", differences)));
        sentences.addAll(merge.ignored());
        return new CatalogueState(merge.catalogue(), now, considered, merge.differences(), merge.statuses(),
                new HashMap<>(merge.listedAtMs()), readAtMs, sentences);
    }

    private String tooOld(long ageMs, long ageMsMax) {
        return (readAtMs == 0 ? "the venue's list of instruments never came (" + failure + ")"
                : "the venue's list of instruments is " + ageMs + " ms old (limit " + ageMsMax + ", " + failure + ")")
                + "; only the " + plan.fallback().size() + " fallback symbols of rules/universe.yaml are considered";
    }

    /** Once for each change, not for each look. */
    private static void say(CatalogueState before, CatalogueState now) {
        if (before.source() != now.source()) {
            LOG.warn("instruments come from {} now, were from {}: {}", now.source(), before.source(), now.said());
        } else if (!before.differences().equals(now.differences())) {
            LOG.warn("instruments whose venue says something else: {}", now.differences());
        }
    }
}
