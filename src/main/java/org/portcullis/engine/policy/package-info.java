/**
 * Limits and parameters as people edit them in {@code rules/policy.yaml}: typed, bounded, hashed, reloaded while
 * running.
 */
@NullMarked
package org.portcullis.engine.policy;

import org.jspecify.annotations.NullMarked;
