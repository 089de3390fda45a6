package org.portcullis.strategy;

import org.portcullis.market.ScalpFeatures;

/** Scores patterns. Used by one thread at a time; never fails: without a usable model it falls back (S3-11). */
public interface Scoring {

    /** How likely the pattern is to reach its target first. */
    Score score(ScalpFeatures features);
}
