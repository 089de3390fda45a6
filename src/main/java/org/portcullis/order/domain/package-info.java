/** The rules of an order's life: which state follows which report, and how an order gets its id. Pure. */
@NullMarked
package org.portcullis.order.domain;

import org.jspecify.annotations.NullMarked;
