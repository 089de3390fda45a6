/** Reads rule files as text, words and Drools' own syntax tree, and knows the line of everything. */
@NullMarked
package org.portcullis.engine.rules.source;

import org.jspecify.annotations.NullMarked;
