/** Puts the signal room together. */
@NullMarked
package org.portcullis.signal.adapter;

import org.jspecify.annotations.NullMarked;
