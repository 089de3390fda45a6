/** What the brain judged, in PostgreSQL. */
@NullMarked
package org.portcullis.strategy.adapter.store;

import org.jspecify.annotations.NullMarked;
