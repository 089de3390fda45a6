/**
 * The database under all rooms: an embedded PostgreSQL by default or an external one by address, a schema per room
 * brought up to date before anything else asks, and two roles so that the application cannot rewrite what is
 * append-only. Allowed dependencies: kernel, Spring JDBC, Flyway, the PostgreSQL driver.
 */
@NullMarked
package org.portcullis.engine.store;

import org.jspecify.annotations.NullMarked;
