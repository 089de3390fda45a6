/** Sends kept signals to the strategies. */
@NullMarked
package org.portcullis.signal.adapter.route;

import org.jspecify.annotations.NullMarked;
