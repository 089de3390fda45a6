package org.portcullis.venue.adapter.stream;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.VenueClock;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarsWanted;
import org.portcullis.market.Bar;
import org.portcullis.market.BookDepth;
import org.portcullis.market.Instrument;
import org.portcullis.market.LiveBars;
import org.portcullis.market.MarketBatch;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.Trade;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.stream.VenueHistory;

/**
 * A running feed: its connections, what is heard on them, and what is fetched where something was missed. Only the
 * thread that runs the feed touches it; {@link #book} may be asked from any.
 */
final class OpenFeed implements StreamLink.Owner {

    private final LiveSettings settings;
    private final StreamPlan plan;
    private final LiveBars bars;
    private final StreamTools tools;
    private final Inbox inbox;
    private final TroubleLog log = new TroubleLog();
    private final List<StreamLink> links = new ArrayList<>();
    private final Map<InstrumentId, Integer> quoteAt = new HashMap<>();
    private final LinkTimes times;
    private final ConnectBudget budget;
    private final HistoryDesk desk;
    private final LostBooks lost;
    private final VenueHistory history;
    private final VenueClock clock;
    private List<MarketBatch.@Nullable Item> items = new ArrayList<>();
    private long superseded;
    private long nowMs;
    private long nowNanos;
    private int understood;
    private @Nullable StreamBatch hearing;

    /** @param kept close of the newest bar known of each instrument: what is asked for begins there */
    OpenFeed(LiveSettings settings, StreamPlan plan, LiveBars bars, StreamTools tools, Inbox inbox,
            Map<InstrumentId, Long> kept) {
        this.settings = settings;
        this.plan = plan;
        this.bars = bars;
        this.tools = tools;
        this.inbox = inbox;
        this.times = LinkTimes.of(plan.language(), settings);
        this.budget = new ConnectBudget(settings.connectsPerMinute());
        BackOff backOff = new BackOff(settings.backOff(), settings.backOffMax(), tools.jitter());
        this.desk = new HistoryDesk(tools.history(), tools.background(), inbox, backOff, settings.requestsAtOnce(),
                log);
        this.history = plan.language().history(settings.restUrl());
        this.lost = new LostBooks(desk, history, (talk, heard) -> take(talk, heard, nowMs), () -> nowMs);
        this.clock = tools.oracle().venue(plan.language().venue());
        this.nowMs = tools.oracle().nowMs();
        this.nowNanos = tools.stopwatch().stopwatchNanos();
        follow(kept);
        for (StreamConnection connection : plan.language().connections(settings.streamUrl(), plan.all(),
                settings.channels(), settings.perConnection())) {
            links.add(new StreamLink(connection, times, backOff, this, log, nowNanos, nowMs));
        }
    }

    /** Understands a batch and looks after every connection. */
    MarketBatch hear(StreamBatch batch) {
        items = new ArrayList<>(batch.arrivals().size());
        quoteAt.clear();
        nowNanos = tools.stopwatch().stopwatchNanos();
        nowMs = batch.nowMs();
        desk.at(nowNanos);
        hearing = batch;
        understood = 0;
        for (Arrival arrival : batch.arrivals()) {
            understood++;
            arrived(arrival);
        }
        links.forEach(link -> link.look(nowNanos, nowMs));
        fetchMissing();
        lost.look(nowNanos);
        desk.look(nowNanos);
        List<MarketBatch.Item> heard = new ArrayList<>(items.size());
        items.forEach(item -> {
            if (item != null) {
                heard.add(item);
            }
        });
        return new MarketBatch(clock.ofOwn(nowMs), heard);
    }

    List<StreamHealth> health() {
        return links.stream().map(StreamLink::health).toList();
    }

    /** The book of an instrument while a connection keeps it in step; may be asked from any thread. */
    Optional<BookDepth> book(InstrumentId instrument, int levels) {
        return links.stream().filter(link -> link.connection().channels().contains(Channel.BOOK)
                && link.connection().instruments().contains(instrument))
                .flatMap(link -> link.book(instrument, levels, clock).stream()).findFirst();
    }

    /** Quotes that a newer one of the same batch made worthless. */
    long superseded() {
        return superseded;
    }

    /**
     * A batch did not go all the way, so that nobody knows what of it was used: every connection is given up and
     * nothing counts as heard. Answers are taken all the same, or nobody would ask again.
     */
    void failed(StreamBatch batch, String why) {
        nowNanos = tools.stopwatch().stopwatchNanos();
        nowMs = tools.oracle().nowMs();
        desk.at(nowNanos);
        batch.arrivals().stream().skip(batch == hearing ? understood : 0).forEach(arrival -> {
            if (arrival instanceof Arrival.Answer answer) {
                answer.take().run();
            }
        });
        links.forEach(link -> link.failed("the feed failed: " + why, nowNanos, nowMs));
        follow(Map.of());
    }

    /** Ends every connection; nothing counts as heard until a feed is opened again. */
    void stop() {
        links.forEach(link -> link.stop(tools.oracle().nowMs()));
        plan.all().forEach(one -> bars.unfollow(one.id()));
    }

    /** Begins to follow every instrument, of which nothing counts as heard yet. */
    private void follow(Map<InstrumentId, Long> kept) {
        long fromMs = nowMs - settings.warmUp().toMillis();
        plan.all().forEach(one -> bars.follow(one.id(), Math.max(fromMs, kept.getOrDefault(one.id(), fromMs)),
                atMs -> plan.trades(one.id(), atMs)));
    }

    private void arrived(Arrival arrival) {
        if (arrival instanceof Arrival.Frame frame) {
            frame(frame);
        } else if (arrival instanceof Arrival.Opened opened) {
            opened.session().talk().opened(nowNanos, times.keepAliveNanos());
        } else if (arrival instanceof Arrival.Ended ended) {
            Talk talk = ended.session().talk();
            talk.link().ended(talk, ended.why(), nowNanos, nowMs);
        } else if (arrival instanceof Arrival.Odd odd) {
            odd.session().talk().link().trouble(new StreamTrouble(StreamTrouble.Code.UNREADABLE_FRAME,
                    odd.session().name(), odd.what()), nowNanos);
        } else if (arrival instanceof Arrival.Answer answer) {
            answer.take().run();
        }
    }

    private void frame(Arrival.Frame frame) {
        Talk talk = frame.session().talk();
        Heard heard;
        try {
            heard = talk.understood(frame.text(), frame.receivedAtMs());
        } catch (RuntimeException unexpected) {
            heard = Heard.of(new StreamTrouble(StreamTrouble.Code.UNREADABLE_FRAME, frame.session().name(),
                    unexpected + " at " + frame.text()));
        }
        talk.link().heard(talk, heard, frame.receivedAtMs(), nowNanos);
        take(talk, heard, frame.receivedAtMs());
    }

    private void take(Talk talk, Heard heard, long receivedAtMs) {
        for (MarketEvent event : heard.events()) {
            if (heard.stampedHere() && event instanceof Quote quote) {
                tell(quote.at(clock.ofOwn(receivedAtMs)), receivedAtMs);
                continue;
            }
            if (event instanceof Trade || event instanceof Quote) {
                clock.heard(event.timeMs(), receivedAtMs);
            }
            tell(event, receivedAtMs);
        }
        heard.replies().forEach(talk.session()::send);
        for (StreamTrouble trouble : heard.troubles()) {
            talk.link().trouble(trouble, nowNanos);
            if (trouble.missedAnything()) {
                talk.link().missed(talk);
            } else if (trouble.refuses()) {
                List<InstrumentId> all = talk.link().connection().instruments();
                talk.link().doubted(talk, plan.spelled(trouble.about(), all).map(one -> List.of(one.id())).orElse(all));
            }
            if (trouble.needsSnapshot()) {
                plan.spelled(trouble.about(), talk.link().connection().instruments())
                        .ifPresent(instrument -> lost.lost(talk, instrument));
            }
            if (trouble.needsReconnect()) {
                talk.link().ended(talk, "the venue ends it: " + trouble.text(), nowNanos, nowMs);
            }
        }
    }

    /** Of several quotes in one batch the newest wins, and the others are counted; nothing else is ever left out. */
    private void tell(MarketEvent event, long receivedAtMs) {
        if (event instanceof StatusUpdate status) {
            tools.statuses().accept(status);
        }
        if (event instanceof Quote) {
            Integer older = quoteAt.put(event.instrument(), items.size());
            if (older != null) {
                items.set(older, null);
                superseded++;
            }
        }
        items.add(new MarketBatch.Told(event, clock.ofOwn(receivedAtMs)));
    }

    private void fetchMissing() {
        if (history.barsMax() < 1) {
            return;
        }
        for (BarsWanted wanted : bars.wanted()) {
            Instrument instrument = plan.instruments().get(wanted.instrument());
            String subject = "bars of " + wanted.instrument();
            if (instrument == null || !desk.free(subject, nowNanos)) {
                continue;
            }
            long toMs = Math.min(wanted.toMs(), wanted.fromMs() + history.barsMax() * Bar.INTERVAL_MS);
            long askedAtMs = clock.ofOwn(nowMs);
            desk.ask(subject, history.bars(instrument, wanted.fromMs(), toMs), body -> {
                List<Bar> answer = history.readBars(instrument, body);
                items.add(new MarketBatch.Fetched(instrument.id(), wanted.fromMs(), toMs, askedAtMs, answer));
                return answer.stream().anyMatch(bar -> bar.closeTimeMs() == toMs)
                        || askedAtMs >= toMs + settings.settle().toMillis();
            });
        }
    }

    @Override
    public Talk open(StreamLink link, long atNanos) {
        StreamConnection connection = link.connection();
        WireSession session = new WireSession(connection.name(), inbox, tools.oracle(), settings.framesAhead(),
                settings.frameCharsMax());
        List<Instrument> its = connection.instruments().stream().map(plan.instruments()::get).toList();
        Talk talk = new Talk(link, session, plan.language().open(connection, its), atNanos);
        session.belongsTo(talk);
        WebSocket.Builder builder = tools.http().newWebSocketBuilder()
                .connectTimeout(Duration.ofNanos(times.firstDataNanos()));
        builder.buildAsync(connection.address(), session).whenComplete((opened, failure) -> {
            if (failure != null) {
                session.notOpened(failure);
            }
        });
        return talk;
    }

    @Override
    public boolean mayOpen(long atNanos) {
        return budget.take(atNanos);
    }

    @Override
    public boolean dataExpected(StreamLink link) {
        return plan.anyTrades(link.connection().instruments(), nowMs);
    }

    @Override
    public void covered(Talk talk, List<InstrumentId> whose) {
        long fromMs = clock.ofOwn(talk.lastFrameMs()) + settings.coverMargin().toMillis();
        whose.forEach(id -> items.add(new MarketBatch.Covered(id, fromMs)));
    }

    @Override
    public void uncovered(List<InstrumentId> whose, long sinceMs) {
        long fromMs = clock.ofOwn(sinceMs) - settings.coverMargin().toMillis();
        whose.forEach(id -> items.add(new MarketBatch.Uncovered(id, fromMs)));
    }
}
