/** Who may reach which path, and the sign-on of Cockpit and Tasklist. */
@NullMarked
package org.portcullis.web.adapter.security;

import org.jspecify.annotations.NullMarked;
