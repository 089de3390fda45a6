/**
 * Technical settings as people give them: listed with type, bounds and meaning in {@code settings.yaml}, checked before
 * anything else starts, and told with where each value comes from. May import {@code engine.policy}.
 */
@NullMarked
package org.portcullis.engine.settings;

import org.jspecify.annotations.NullMarked;
