/** The desk's signature by HMAC and the file its key is kept in. */
@NullMarked
package org.portcullis.order.adapter.seal;

import org.jspecify.annotations.NullMarked;
