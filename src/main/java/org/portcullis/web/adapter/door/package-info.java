/** What pages ask, answered by the doors of the rooms to the left. */
@NullMarked
package org.portcullis.web.adapter.door;

import org.jspecify.annotations.NullMarked;
