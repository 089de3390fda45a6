/** Decides what a rule may say and touch: rule text is code, and only listed words and classes pass. */
@NullMarked
package org.portcullis.engine.rules.sandbox;

import org.jspecify.annotations.NullMarked;
