/** Commands. They decide nothing: each calls a door and prints what it says. May import the rooms left of it. */
@NullMarked
package org.portcullis.cli;

import org.jspecify.annotations.NullMarked;
