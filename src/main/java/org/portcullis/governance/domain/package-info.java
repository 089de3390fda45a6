/** Pure parts of sign-in: the throttle and the first users. */
@NullMarked
package org.portcullis.governance.domain;

import org.jspecify.annotations.NullMarked;
