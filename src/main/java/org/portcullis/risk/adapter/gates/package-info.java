/**
 * Brings the facts of further gates to the desk: exposure by theme and venue, budgets of strategies, order controls.
 */
@NullMarked
package org.portcullis.risk.adapter.gates;

import org.jspecify.annotations.NullMarked;
