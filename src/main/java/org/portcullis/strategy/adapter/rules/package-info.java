/** Runs the trigger rules of strategy packs. */
@NullMarked
package org.portcullis.strategy.adapter.rules;

import org.jspecify.annotations.NullMarked;
