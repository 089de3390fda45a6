package org.portcullis.market;

/**
 * How a bar broke a level: the measures that tell a false breakout from a true one (SMC C). Known at the bar's close.
 * A measure that cannot be taken is {@link Double#NaN}.
 *
 * @param direction      direction of the trade if the breakout is false: -1 when the bar broke upwards, 1 downwards
 * @param level          price of the broken level
 * @param wickRatio      wick beyond the body on the side of the break, over the bar's range, 0 to 1
 * @param penetrationAtr how far the bar went beyond the level, in average true ranges
 * @param closedBack     1 when the bar closed on the near side of the level again, else 0
 * @param closeBackAtr   distance of the close from the level, in average true ranges, positive when it closed back
 * @param volumeZ        volume against the fifty bars before, in standard deviations
 * @param ageBars        bars since the level was defined
 * @param barsBeyond     bars in a row, up to the bar before this one, that closed beyond the level
 * @param meanDistanceAtr distance of the close from the volume-weighted mean price, in average true ranges
 * @param takerShare     share of takers that bought, -1 to 1; NaN when the source does not tell
 * @param touches        earlier touches of the level
 * @param trendSign      sign of the slow trend times the side of the break: 1 with the trend, -1 against it
 * @param minuteSin      sine of the minute of the day, as an angle
 * @param minuteCos      cosine of it
 * @param minutesToSessionEnd minutes to the end of the trading session; NaN for markets that never close
 */
public record Breakout(int direction, double level, double wickRatio, double penetrationAtr, int closedBack,
        double closeBackAtr, double volumeZ, long ageBars, int barsBeyond, double meanDistanceAtr, double takerShare,
        int touches, int trendSign, double minuteSin, double minuteCos, double minutesToSessionEnd) {
}
