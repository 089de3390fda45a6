/**
 * What the build must keep: one test class per family of guards. Each guard says why it exists and what to use instead,
 * and each is also run against a broken sample, because a guard that nobody has seen fail is not a guard.
 */
@NullMarked
package org.portcullis.guard;

import org.jspecify.annotations.NullMarked;
