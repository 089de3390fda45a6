package org.portcullis.engine.time;

import java.util.Arrays;

/**
 * How a venue's clock differs from ours, from what it sends: receipt minus venue time is clock difference plus travel
 * time, and the smallest of the last five minutes is nearest to the difference alone; of each ten seconds the third
 * smallest is taken, so that a single wrong stamp moves nothing. So the venue's time is under-estimated by the shortest
 * travel time of that window and by hardly more; with bounds, because a venue that delays everything must not pass for
 * one whose clock is slow. A stamp further ahead of us than the bound is a wrong stamp and tells nothing: nothing comes
 * before it happened. One thread tells it, any may ask.
 */
public final class VenueClock {

    private static final long BUCKET_MS = 10_000;
    private static final int BUCKETS = 30;
    private static final int KEPT = 3;
    private static final long MISSING = Long.MAX_VALUE;

    private final long differenceMsMax;
    private final long[][] smallest = new long[BUCKETS][KEPT];
    private final long[] bucketOf = new long[BUCKETS];
    private volatile long differenceMs;
    private volatile boolean known;

    /** @param differenceMsMax largest clock difference that is believed, in milliseconds */
    VenueClock(long differenceMsMax) {
        this.differenceMsMax = differenceMsMax;
        Arrays.fill(bucketOf, Long.MIN_VALUE);
    }

    /**
     * Something of the venue came.
     *
     * @param venueTimeMs  when it happened by the venue's clock, UTC milliseconds
     * @param receivedAtMs when it came by ours, UTC milliseconds
     */
    public void heard(long venueTimeMs, long receivedAtMs) {
        long difference = receivedAtMs - venueTimeMs;
        if (difference < -differenceMsMax) {
            return;
        }
        long bucket = Math.floorDiv(receivedAtMs, BUCKET_MS);
        int at = Math.floorMod(bucket, BUCKETS);
        if (bucketOf[at] != bucket) {
            bucketOf[at] = bucket;
            Arrays.fill(smallest[at], MISSING);
        }
        if (keep(smallest[at], difference)) {
            refresh(bucket);
        }
    }

    /** Puts a difference among the smallest three, in order; whether it is one of them. */
    private static boolean keep(long[] kept, long difference) {
        if (difference >= kept[KEPT - 1]) {
            return false;
        }
        int at = KEPT - 1;
        while (at > 0 && kept[at - 1] > difference) {
            kept[at] = kept[at - 1];
            at--;
        }
        kept[at] = difference;
        return true;
    }

    /** Our time as the venue's clock shows it; ours while nothing was heard. */
    public long ofOwn(long ownMs) {
        return ownMs - differenceMs;
    }

    /** The venue's time as ours; the venue's while nothing was heard. */
    public long toOwn(long venueMs) {
        return venueMs + differenceMs;
    }

    /** Our clock minus the venue's, within the bounds, in milliseconds; 0 while nothing was heard. */
    public long differenceMs() {
        return differenceMs;
    }

    /** Whether enough was heard to tell. */
    public boolean known() {
        return known;
    }

    private void refresh(long newestBucket) {
        long least = MISSING;
        for (int i = 0; i < BUCKETS; i++) {
            if (bucketOf[i] > newestBucket - BUCKETS && bucketOf[i] <= newestBucket) {
                least = Math.min(least, smallest[i][KEPT - 1]);
            }
        }
        if (least == MISSING && !known) {
            // nothing better yet than the largest of the first few
            long[] first = smallest[Math.floorMod(newestBucket, BUCKETS)];
            least = first[1] == MISSING ? first[0] : first[1];
        }
        if (least != MISSING) {
            differenceMs = Math.max(-differenceMsMax, Math.min(differenceMsMax, least));
            known |= smallest[Math.floorMod(newestBucket, BUCKETS)][KEPT - 1] != MISSING;
        }
    }
}
