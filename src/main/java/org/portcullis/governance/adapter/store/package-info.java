/** Users in PostgreSQL. */
@NullMarked
package org.portcullis.governance.adapter.store;

import org.jspecify.annotations.NullMarked;
