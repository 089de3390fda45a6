/** Walks through the whole application: real database, broker, rules, workflows and paper venue. */
@NullMarked
package org.portcullis.walk;

import org.jspecify.annotations.NullMarked;
