/** Where the running system finds its files: home folder, rules, workflows, routes and pages. */
@NullMarked
package org.portcullis.engine.home;

import org.jspecify.annotations.NullMarked;
