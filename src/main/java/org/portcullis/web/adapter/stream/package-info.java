/** Server-sent events of the live page. */
@NullMarked
package org.portcullis.web.adapter.stream;

import org.jspecify.annotations.NullMarked;
