/**
 * Market data of venues over their streams: what each venue's language must answer, and what is heard. The languages
 * themselves are one package a venue; the connection that speaks them is an adapter. Holds no keys.
 */
@NullMarked
package org.portcullis.venue.stream;

import org.jspecify.annotations.NullMarked;
