/**
 * A gate before each group of rules, derived from the rules' own field constraints: it says which facts cannot make any
 * of them fire, so that the engine need not be asked. Where it cannot tell, the engine is asked.
 */
@NullMarked
package org.portcullis.engine.rules.gate;

import org.jspecify.annotations.NullMarked;
