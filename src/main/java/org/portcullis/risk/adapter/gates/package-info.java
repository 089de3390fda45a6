/** Brings the facts of further gates to the desk. May import Spring's stereotypes. */
@NullMarked
package org.portcullis.risk.adapter.gates;

import org.jspecify.annotations.NullMarked;
