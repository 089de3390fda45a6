/** Runs the tables of scenarios that lie beside the rules, and counts which rules they cover. */
@NullMarked
package org.portcullis.engine.rules.cases;

import org.jspecify.annotations.NullMarked;
