/** The replay feed as a Camel component, and the delivery of market events to their listeners. */
@NullMarked
package org.portcullis.market.adapter.route;

import org.jspecify.annotations.NullMarked;
