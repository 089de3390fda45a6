/**
 * Reading what venues write: strict JSON without allocation of trees, decimals straight into 10<sup>-8</sup> units,
 * times in ISO 8601. Pure. May use the kernel and the words of {@code venue.stream}.
 */
@NullMarked
package org.portcullis.venue.wire;

import org.jspecify.annotations.NullMarked;
