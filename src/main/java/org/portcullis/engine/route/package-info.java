/** Messages between rooms over the broker, and the Camel routes that carry them. */
@NullMarked
package org.portcullis.engine.route;

import org.jspecify.annotations.NullMarked;
