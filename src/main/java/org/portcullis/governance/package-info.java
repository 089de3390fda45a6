/** Who may do what: users, their roles and how they prove who they are. May import every room to its left. */
@NullMarked
package org.portcullis.governance;

import org.jspecify.annotations.NullMarked;
