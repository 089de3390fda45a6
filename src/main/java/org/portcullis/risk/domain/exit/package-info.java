/** Measures and limits of exits, as the rules of {@code rules/risk/exits.drl} see them. Pure. */
@NullMarked
package org.portcullis.risk.domain.exit;

import org.jspecify.annotations.NullMarked;
