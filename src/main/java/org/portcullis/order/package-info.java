/**
 * The life of an order: state machine, lifecycle workflow, approvals, client ids; the only door to a venue. Never
 * invents a fill. May import kernel, engine, journal, market, signal, strategy, risk.
 */
@NullMarked
package org.portcullis.order;

import org.jspecify.annotations.NullMarked;
