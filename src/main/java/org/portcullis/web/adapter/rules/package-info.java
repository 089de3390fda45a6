/** What the pages say about rules and limits in force. */
@NullMarked
package org.portcullis.web.adapter.rules;

import org.jspecify.annotations.NullMarked;
