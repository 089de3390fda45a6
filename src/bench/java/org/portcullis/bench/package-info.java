/**
 * Benchmarks of the rooms with their shipped rules, each beside the same work written by hand. Built by profile bench
 * only.
 */
@NullMarked
package org.portcullis.bench;

import org.jspecify.annotations.NullMarked;
