/** What is shown of the logs of libraries while a command runs; allowed dependencies: none but the log's own words. */
@NullMarked
package org.portcullis.engine.log;

import org.jspecify.annotations.NullMarked;
