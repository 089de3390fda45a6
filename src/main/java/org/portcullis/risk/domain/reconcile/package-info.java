/** What the rules may know about the comparison of our books with the venue's; pure. May import {@code java.*}. */
@NullMarked
package org.portcullis.risk.domain.reconcile;

import org.jspecify.annotations.NullMarked;
