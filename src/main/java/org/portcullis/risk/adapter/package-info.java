/** How the desk touches rules and storage; one package per technology. */
@NullMarked
package org.portcullis.risk.adapter;

import org.jspecify.annotations.NullMarked;
