/**
 * What a strategy may use of the account; pure. May import {@code java.*}, kernel and the words and domain of this
 * room.
 */
@NullMarked
package org.portcullis.risk.domain.budget;

import org.jspecify.annotations.NullMarked;
