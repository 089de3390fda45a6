/**
 * Alerts: what a person has to know now, said once, kept until it is over, and never in the way of what it is about.
 */
@NullMarked
package org.portcullis.operations.alert;

import org.jspecify.annotations.NullMarked;
