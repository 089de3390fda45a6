/**
 * What others published about the same arithmetic, compared with ours row by row. Each {@link ConformanceSource} names
 * one published source and its checks; {@link ConformanceSources} lists them; {@code ConformanceTest} runs all of them
 * and writes {@code docs/conformance.md}.
 */
@NullMarked
package org.portcullis.conformance;

import org.jspecify.annotations.NullMarked;
