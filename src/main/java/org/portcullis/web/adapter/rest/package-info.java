/** The interface for programs under /api/v1. */
@NullMarked
package org.portcullis.web.adapter.rest;

import org.jspecify.annotations.NullMarked;
