/**
 * Camunda behind our own words: start, tell, complete, look up; deploys the folder {@code workflows/} and refuses
 * models that could run code of their own. Knows no room.
 */
@NullMarked
package org.portcullis.engine.workflow;

import org.jspecify.annotations.NullMarked;
