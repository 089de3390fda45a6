/** What runs rules, workflows, routes and storage for the rooms; knows no room. May import {@code kernel} only. */
@NullMarked
package org.portcullis.engine;

import org.jspecify.annotations.NullMarked;
