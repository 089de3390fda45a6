/** What a webhook's body says: secrets removed, shapes recognised, fields read. Pure. */
@NullMarked
package org.portcullis.signal.domain;

import org.jspecify.annotations.NullMarked;
