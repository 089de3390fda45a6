/** What rotation and the floor of confidence compare. Pure. */
@NullMarked
package org.portcullis.risk.domain.rotation;

import org.jspecify.annotations.NullMarked;
