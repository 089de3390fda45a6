/** Numbers, times and sentences as people read them. */
@NullMarked
package org.portcullis.web.domain;

import org.jspecify.annotations.NullMarked;
