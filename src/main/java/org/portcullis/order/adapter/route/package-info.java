/** The way to the gateway over the broker. */
@NullMarked
package org.portcullis.order.adapter.route;

import org.jspecify.annotations.NullMarked;
