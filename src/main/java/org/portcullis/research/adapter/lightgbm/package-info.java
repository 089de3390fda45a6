/** LightGBM's native library, used to train and nowhere else. */
@NullMarked
package org.portcullis.research.adapter.lightgbm;

import org.jspecify.annotations.NullMarked;
