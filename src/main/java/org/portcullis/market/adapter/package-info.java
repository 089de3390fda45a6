/** What connects the market room with rule engine and files. */
@NullMarked
package org.portcullis.market.adapter;

import org.jspecify.annotations.NullMarked;
