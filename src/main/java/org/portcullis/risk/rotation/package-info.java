/**
 * Rotation (S1-17 to S1-24): when as many positions are open as are permitted, a clearly better signal may take the
 * place of the weakest one. What the positions were entered with is kept here; whether a rotation is due follows from a
 * verdict. May import the risk room's words, the strategy room's and the kernel.
 */
@NullMarked
package org.portcullis.risk.rotation;

import org.jspecify.annotations.NullMarked;
