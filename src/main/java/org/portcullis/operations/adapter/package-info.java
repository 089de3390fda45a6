/** Technologies of the operations room. */
@NullMarked
package org.portcullis.operations.adapter;

import org.jspecify.annotations.NullMarked;
