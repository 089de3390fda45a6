/**
 * Pages, REST and live events: shows what the rooms keep and carries a person's answer to their doors; decides
 * nothing. May import every room to its left.
 */
@NullMarked
package org.portcullis.web;

import org.jspecify.annotations.NullMarked;
