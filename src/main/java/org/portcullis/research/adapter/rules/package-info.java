/** The real market room under the shipped rules, walked over history. */
@NullMarked
package org.portcullis.research.adapter.rules;

import org.jspecify.annotations.NullMarked;
