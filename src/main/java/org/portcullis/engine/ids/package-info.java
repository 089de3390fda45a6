/** Identity by content: the same parts give the same id on every machine, so ids and versions can be derived again. */
@NullMarked
package org.portcullis.engine.ids;

import org.jspecify.annotations.NullMarked;
