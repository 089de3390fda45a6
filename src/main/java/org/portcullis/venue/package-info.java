/**
 * One adapter per venue behind an isolated gateway that alone holds keys; the paper venue. Decides nothing. May import
 * the rooms left of it.
 */
@NullMarked
package org.portcullis.venue;

import org.jspecify.annotations.NullMarked;
