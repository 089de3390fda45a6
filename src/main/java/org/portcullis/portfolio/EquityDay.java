package org.portcullis.portfolio;

import java.time.LocalDate;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What an account was worth in one UTC day.
 *
 * @param first its first equity
 * @param equity its last equity so far
 * @param lowest lowest equity
 * @param highest highest equity
 * @param cash cash at its last equity
 * @param peak highest equity ever, up to its end
 * @param drawdown deepest fall below the peak within it, in percent of the peak
 */
public record EquityDay(LocalDate day, Money first, Money equity, Money lowest, Money highest, Money cash, Money peak,
        Percent drawdown) {
}
