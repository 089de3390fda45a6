/** What connects the strategy room with rule engine and files. */
@NullMarked
package org.portcullis.strategy.adapter;

import org.jspecify.annotations.NullMarked;
