/**
 * The words every room speaks: money, quantities, prices, identities and sides. Pure values on {@code java.*} alone;
 * this room imports no other.
 *
 * <p>Money is fixed point: a {@code long} count of 10<sup>-8</sup> units behind a type, never a binary fraction.
 */
@NullMarked
package org.portcullis.kernel;

import org.jspecify.annotations.NullMarked;
