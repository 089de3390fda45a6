/** The technologies of the order room, one package each. */
@NullMarked
package org.portcullis.order.adapter;

import org.jspecify.annotations.NullMarked;
