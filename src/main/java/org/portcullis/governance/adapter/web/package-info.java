/** Passwords, settings and the notice of the first start. */
@NullMarked
package org.portcullis.governance.adapter.web;

import org.jspecify.annotations.NullMarked;
