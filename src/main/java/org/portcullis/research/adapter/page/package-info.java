/** Reports of backtests as pages that need neither network nor script. */
@NullMarked
package org.portcullis.research.adapter.page;

import org.jspecify.annotations.NullMarked;
