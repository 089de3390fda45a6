/** How an audit entry becomes the bytes that are hashed; the same entry always becomes the same bytes. */
@NullMarked
package org.portcullis.journal.domain;

import org.jspecify.annotations.NullMarked;
