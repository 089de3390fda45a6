/** What the workflow of a tripped breaker calls (S4-M10). May import Camunda. */
@NullMarked
package org.portcullis.risk.adapter.workflow;

import org.jspecify.annotations.NullMarked;
