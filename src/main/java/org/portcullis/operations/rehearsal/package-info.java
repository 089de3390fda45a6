/** Kills the running system on purpose and proves, without any of its logic, that nothing was lost or doubled. */
@NullMarked
package org.portcullis.operations.rehearsal;

import org.jspecify.annotations.NullMarked;
