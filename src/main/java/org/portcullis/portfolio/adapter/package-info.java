/** How the portfolio touches storage. */
@NullMarked
package org.portcullis.portfolio.adapter;

import org.jspecify.annotations.NullMarked;
