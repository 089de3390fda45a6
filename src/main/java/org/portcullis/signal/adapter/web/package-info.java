/** Webhooks over HTTP. */
@NullMarked
package org.portcullis.signal.adapter.web;

import org.jspecify.annotations.NullMarked;
