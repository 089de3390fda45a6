/**
 * Writes down what came in and what was decided, so that nobody can change it later unnoticed: hash-chained files for
 * outside items and ledgers, and an append-only, hash-chained audit trail in the database. Never updates or deletes.
 * May import {@code kernel} and
 * {@code engine}.
 */
@NullMarked
package org.portcullis.journal;

import org.jspecify.annotations.NullMarked;
