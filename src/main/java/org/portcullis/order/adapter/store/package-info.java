/** Orders and their logs in the schema {@code orders}. */
@NullMarked
package org.portcullis.order.adapter.store;

import org.jspecify.annotations.NullMarked;
