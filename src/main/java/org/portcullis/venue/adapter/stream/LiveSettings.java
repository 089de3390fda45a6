package org.portcullis.venue.adapter.stream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.portcullis.market.LiveTerms;
import org.portcullis.venue.stream.Channel;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live feed of one venue.
 *
 * @param enabled           whether this process listens to a venue at all; the replay must then be switched off
 * @param venue             whose streams, by the name that rules/instruments.yaml uses, such as binance-usdm
 * @param streamUrl         where the venue's streams are, such as wss://fstream.binance.com
 * @param restUrl           where its public REST side is, such as https://fapi.binance.com
 * @param symbols           instruments to listen to, all of that venue in rules/instruments.yaml when empty
 * @param channels          what is heard: TRADES, QUOTES, BARS, FUNDING, BOOK, STATUS; the venue may lack some
 * @param perConnection     most instruments on one connection
 * @param grace             how long after its end a minute still takes trades
 * @param fillWait          how long a minute that was not heard wholly waits for the venue's own bar
 * @param settle            how long after a minute's end a venue that shows no bar of it has proven it empty
 * @param emptyMinutes      what a quiet minute becomes: FLAT (volume zero at the last close) or NONE
 * @param warmUp            how far back bars are fetched when the feed starts
 * @param silenceMax        longest silence of a connection before it counts as dead; 0 for what the venue's language
 *         says
 * @param firstDataMax      longest time until an open connection brings data; 0 for the longest silence
 * @param lifeMax           longest life of a connection before its planned replacement; 0 for what the language says
 * @param coverMargin       how long after its first data a connection is not yet believed to bring every instrument
 * @param backOff           first step of the waiting time before a connection is opened anew
 * @param backOffMax        longest waiting time
 * @param connectsPerMinute most connections opened in a minute
 * @param sendPause         shortest time between two frames that we send on one connection
 * @param look              how often connections are looked after and minutes closed while nothing comes
 * @param batchMax          most frames in one batch, written to the raw journal with one sync
 * @param framesAhead       frames that a connection may deliver before the first of them is handled; then it has to
 *         wait
 * @param frameCharsMax     longest frame that is read, in characters; the raw journal takes no longer ones than 16 MiB
 * @param syncEachBatch     whether a batch is on the disk before it is used
 * @param requestsAtOnce    requests to the REST side at the same time
 * @param requestWait       how long an answer of the REST side is waited for
 */
@ConfigurationProperties("portcullis.feed.live")
public record LiveSettings(@DefaultValue("false") boolean enabled, @DefaultValue("") String venue,
        @DefaultValue("") URI streamUrl, @DefaultValue("") URI restUrl, @DefaultValue List<String> symbols,
        @DefaultValue({"TRADES", "QUOTES", "BARS", "STATUS"}) Set<Channel> channels,
        @DefaultValue("50") int perConnection, @DefaultValue("500ms") Duration grace,
        @DefaultValue("10m") Duration fillWait,
        @DefaultValue("10s") Duration settle, @DefaultValue("FLAT") LiveTerms.EmptyMinutes emptyMinutes,
        @DefaultValue("24h") Duration warmUp, @DefaultValue("0s") Duration silenceMax,
        @DefaultValue("0s") Duration firstDataMax, @DefaultValue("0s") Duration lifeMax,
        @DefaultValue("1s") Duration coverMargin, @DefaultValue("250ms") Duration backOff,
        @DefaultValue("30s") Duration backOffMax, @DefaultValue("60") int connectsPerMinute,
        @DefaultValue("150ms") Duration sendPause, @DefaultValue("20ms") Duration look,
        @DefaultValue("4096") int batchMax, @DefaultValue("256") int framesAhead,
        @DefaultValue("16000000") int frameCharsMax, @DefaultValue("true") boolean syncEachBatch,
        @DefaultValue("4") int requestsAtOnce, @DefaultValue("10s") Duration requestWait) {

    public LiveSettings {
        positive("per-connection", perConnection);
        positive("connects-per-minute", connectsPerMinute);
        positive("batch-max", batchMax);
        positive("frames-ahead", framesAhead);
        positive("frame-chars-max", frameCharsMax);
        positive("requests-at-once", requestsAtOnce);
        positive("look", look.toMillis());
        positive("request-wait", requestWait.toMillis());
        if (backOff.isNegative() || backOffMax.compareTo(backOff) < 0) {
            throw new IllegalArgumentException(
                    "portcullis.feed.live.back-off must not be negative nor longer than back-off-max");
        }
        symbols = List.copyOf(symbols);
        channels = Set.copyOf(channels);
    }

    /** The name under which this feed's bars are shown and counted. */
    String feed() {
        return "live-" + venue;
    }

    /** How its bars are closed. */
    LiveTerms terms() {
        return new LiveTerms(grace.toMillis(), fillWait.toMillis(), settle.toMillis(), emptyMinutes);
    }

    private static void positive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("portcullis.feed.live." + key + " must be at least 1, is " + value);
        }
    }
}
