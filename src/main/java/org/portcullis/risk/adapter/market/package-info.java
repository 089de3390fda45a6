/** What the desk knows of the market: marks of its own, and how instruments trade. */
@NullMarked
package org.portcullis.risk.adapter.market;

import org.jspecify.annotations.NullMarked;
