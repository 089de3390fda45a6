/** Pure arithmetic of research. May import {@code kernel}, words of the rooms left of it and the room's own. */
@NullMarked
package org.portcullis.research.domain;

import org.jspecify.annotations.NullMarked;
