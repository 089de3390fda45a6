/** The web on the technologies it uses. */
@NullMarked
package org.portcullis.web.adapter;

import org.jspecify.annotations.NullMarked;
