package org.portcullis.venue.adapter.stream;

import org.portcullis.venue.stream.VenueLanguage;

/**
 * The times that a connection is watched by, in nanoseconds.
 *
 * @param silenceNanos   longest silence before it counts as dead
 * @param firstDataNanos longest time until an open connection brings data
 * @param keepAliveNanos how often the venue is told that we are there
 * @param lifeNanos      longest life before its planned replacement
 * @param soundNanos     how long it must have lived for its loss to count as a first one
 * @param sendPauseNanos shortest time between two frames that we send
 */
record LinkTimes(long silenceNanos, long firstDataNanos, long keepAliveNanos, long lifeNanos, long soundNanos,
        long sendPauseNanos) {

    static LinkTimes of(VenueLanguage language, LiveSettings settings) {
        long silence = settings.silenceMax().isZero() ? language.silenceMax().toNanos()
                : settings.silenceMax().toNanos();
        return new LinkTimes(silence,
                settings.firstDataMax().isZero() ? silence : settings.firstDataMax().toNanos(),
                Math.min(language.keepAliveEvery().toNanos(), silence),
                settings.lifeMax().isZero() ? language.lifeMax().toNanos() : settings.lifeMax().toNanos(),
                settings.backOffMax().toNanos(), settings.sendPause().toNanos());
    }
}
