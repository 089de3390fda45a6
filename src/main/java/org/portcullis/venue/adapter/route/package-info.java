/** The gateway's end of its addresses. */
@NullMarked
package org.portcullis.venue.adapter.route;

import org.jspecify.annotations.NullMarked;
