/** Governance on the technologies it uses. */
@NullMarked
package org.portcullis.governance.adapter;

import org.jspecify.annotations.NullMarked;
