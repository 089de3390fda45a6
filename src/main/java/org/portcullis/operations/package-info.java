/**
 * Starts the system in order, watches it, and reports what a replay did. Holds no trading state. May import the rooms
 * left of it.
 */
@NullMarked
package org.portcullis.operations;

import org.jspecify.annotations.NullMarked;
