/** What the brain judged, in PostgreSQL; parameters of packs and models, in files. */
@NullMarked
package org.portcullis.strategy.adapter.store;

import org.jspecify.annotations.NullMarked;
