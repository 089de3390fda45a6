/** The technologies of the venue room, one package each. */
@NullMarked
package org.portcullis.venue.adapter;

import org.jspecify.annotations.NullMarked;
