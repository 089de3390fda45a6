/** What the lifecycle workflow calls: it asks the desk and never changes an order. */
@NullMarked
package org.portcullis.order.adapter.workflow;

import org.jspecify.annotations.NullMarked;
