/** What the workflow of a difference calls. May import Camunda. */
@NullMarked
package org.portcullis.portfolio.adapter.workflow;

import org.jspecify.annotations.NullMarked;
