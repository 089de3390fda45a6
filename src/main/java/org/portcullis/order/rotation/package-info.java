/**
 * The two legs of a rotation (S1-24): the weakest position is closed, then the better signal is judged again; what goes
 * wrong between them is kept and said. The legs take the way of every proposal: nothing here sends an order. May import
 * {@code engine}, {@code journal} and the words of the rooms to the left and of the order room.
 */
@NullMarked
package org.portcullis.order.rotation;

import org.jspecify.annotations.NullMarked;
