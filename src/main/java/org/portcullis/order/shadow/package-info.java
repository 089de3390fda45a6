/**
 * The twin of every order that the desk lets go (S2-ST4, D7): what it would have become by the fill rules of the paper
 * venue from the moment of the decision on, beside what became of it. The twin writes rows and nothing else; no order
 * depends on it. May import the words of the order room and of rooms to its left.
 */
@NullMarked
package org.portcullis.order.shadow;

import org.jspecify.annotations.NullMarked;
