/** Reading of the small YAML files that people edit beside the rules: strict, with file and line of every fault. */
@NullMarked
package org.portcullis.engine.yaml;

import org.jspecify.annotations.NullMarked;
