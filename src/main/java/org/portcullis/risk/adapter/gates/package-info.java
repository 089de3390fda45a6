/** Brings the facts of further gates to the desk, one class a gate: what their rules compare, limits included. */
@NullMarked
package org.portcullis.risk.adapter.gates;

import org.jspecify.annotations.NullMarked;
