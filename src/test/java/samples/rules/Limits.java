package samples.rules;

import org.portcullis.kernel.Money;

public record Limits(Money orderMax, long openMax) {
}
