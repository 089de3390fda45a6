/**
 * Models that LightGBM trained, read from its text format and scored in plain Java: no native library, nothing
 * allocated for a row, the same answer on every machine (S3-10).
 */
@NullMarked
package org.portcullis.strategy.domain.lightgbm;

import org.jspecify.annotations.NullMarked;
