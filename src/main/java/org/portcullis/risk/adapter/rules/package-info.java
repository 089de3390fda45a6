/**
 * What the rules of {@code rules/risk} write into, and the order in which their groups are asked. May import {@code
 * engine.rules}.
 */
@NullMarked
package org.portcullis.risk.adapter.rules;

import org.jspecify.annotations.NullMarked;
