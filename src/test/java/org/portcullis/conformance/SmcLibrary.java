package org.portcullis.conformance;

import java.io.IOException;
import java.util.List;

/** S3-08: the results that the tests of the library smartmoneyconcepts 0.0.27 expect, every row of every file. */
final class SmcLibrary implements ConformanceSource {

    /** Builds one frame of the library from what our walks emit. */
    @FunctionalInterface
    private interface Frame {
        SmcRows of(SmcBars bars);
    }

    @Override
    public String name() {
        return "smartmoneyconcepts 0.0.27";
    }

    @Override
    public List<ConformanceCheck> checks() {
        return List.of(
                check("fair value gaps", "fvg_result_data", bars -> SmcPatterns.gaps(bars, false)),
                check("fair value gaps, consecutive joined", "fvg_consecutive_result_data",
                        bars -> SmcPatterns.gaps(bars, true)),
                check("swings of 5", "swing_highs_lows_result_data", SmcPatterns::swings),
                check("breaks of structure and character", "bos_choch_result_data", SmcPatterns::breaks),
                check("order blocks, quirks on", "ob_result_data", SmcPatterns::blocks),
                check("equal highs and lows, tolerance of the whole history", "liquidity_result_data",
                        SmcPatterns::liquidity),
                check("previous high and low, 4 hours", "previous_high_low_result_data_4h",
                        bars -> SmcPeriods.previous(bars, 4 * 60, false)),
                check("previous high and low, day", "previous_high_low_result_data_1D",
                        bars -> SmcPeriods.previous(bars, 24 * 60, false)),
                check("previous high and low, week", "previous_high_low_result_data_W",
                        bars -> SmcPeriods.previous(bars, 7 * 24 * 60, true)),
                check("London session", "sessions_result_data", SmcPeriods::london),
                check("retracements", "retracements_result_data", SmcPeriods::retracements));
    }

    private static ConformanceCheck check(String what, String file, Frame frame) {
        return ConformanceCheck.exactly(what, tally -> compare(tally, file, frame));
    }

    private static void compare(Tally tally, String file, Frame frame) throws IOException {
        List<String> expected = SmcBars.lines(file + ".csv");
        frame.of(SmcBars.read()).compare(tally, expected);
    }
}
