/** The one place where a clock is read; in a replay, time is event time. */
@NullMarked
package org.portcullis.engine.time;

import org.jspecify.annotations.NullMarked;
