/** Decisions and cooldowns in PostgreSQL, the kill switch in a file. May import Spring JDBC and Jackson. */
@NullMarked
package org.portcullis.risk.adapter.store;

import org.jspecify.annotations.NullMarked;
