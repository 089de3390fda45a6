/** Compiles rule folders with Drools and runs them in sessions that are limited in firings, time, facts and joins. */
@NullMarked
package org.portcullis.engine.rules.host;

import org.jspecify.annotations.NullMarked;
