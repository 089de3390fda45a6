/**
 * Speaks the languages of venues over the network: opens and watches the connections of their streams, fetches what was
 * missed, and begins the route {@code venue-stream:}. Holds no keys. May import the rooms left of venue and the engine.
 */
@NullMarked
package org.portcullis.venue.adapter.stream;

import org.jspecify.annotations.NullMarked;
