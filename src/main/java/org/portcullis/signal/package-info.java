/**
 * Signals from outside, such as webhooks: authenticated, taken once only, dated and scored. Never trades. May import
 * kernel, engine, journal, market.
 */
@NullMarked
package org.portcullis.signal;

import org.jspecify.annotations.NullMarked;
