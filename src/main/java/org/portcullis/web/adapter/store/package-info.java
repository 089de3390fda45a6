/** Read models: statements over the rooms' tables, nothing is written. */
@NullMarked
package org.portcullis.web.adapter.store;

import org.jspecify.annotations.NullMarked;
