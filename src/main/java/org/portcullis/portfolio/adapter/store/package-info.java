/** Accounts, positions and the fill ledger in PostgreSQL. May import Spring JDBC. */
@NullMarked
package org.portcullis.portfolio.adapter.store;

import org.jspecify.annotations.NullMarked;
