/**
 * What brings the facts of each gate to the desk, one class a gate: limits from the policy in force, the rest from
 * ports.
 */
@NullMarked
package org.portcullis.risk.adapter.gates;

import org.jspecify.annotations.NullMarked;
