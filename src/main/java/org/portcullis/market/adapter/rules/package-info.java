/** Runs the guard rules of {@code rules/market} for the market room. */
@NullMarked
package org.portcullis.market.adapter.rules;

import org.jspecify.annotations.NullMarked;
