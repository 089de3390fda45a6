/** The brain's end of the market event address: frames in, proposals and counts out. */
@NullMarked
package org.portcullis.strategy.adapter.route;

import org.jspecify.annotations.NullMarked;
