package org.portcullis.conformance;

import java.util.List;

/**
 * One published source that we compare ourselves with. To add one:
 * <ol>
 * <li>write a class in this package that implements this interface and reads its files through
 * {@link org.portcullis.market.ReferenceBars#file}, inside the checks and not in its constructor, so that the checks
 * are skipped where the files are absent;</li>
 * <li>give each comparison as a {@link ConformanceCheck}: numbers {@linkplain ConformanceCheck#within within} a
 * tolerance, things {@linkplain ConformanceCheck#exactly exactly} alike, or numbers {@linkplain
 * ConformanceCheck#printed as printed};</li>
 * <li>add one line to {@link ConformanceSources};</li>
 * <li>run {@code ConformanceTest} with {@code -Dportcullis.docs.write=true} and read the difference in
 * {@code docs/conformance.md}.</li>
 * </ol>
 */
public interface ConformanceSource {

    /** Who published it, as it stands in the first column of the table. */
    String name();

    /** What is compared, always the same checks in the same order. */
    List<ConformanceCheck> checks();
}
