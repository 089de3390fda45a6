/** Pages and their parts, rendered on the server. */
@NullMarked
package org.portcullis.web.adapter.page;

import org.jspecify.annotations.NullMarked;
