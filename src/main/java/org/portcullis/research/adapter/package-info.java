/** Where research meets libraries, rules and files. */
@NullMarked
package org.portcullis.research.adapter;

import org.jspecify.annotations.NullMarked;
