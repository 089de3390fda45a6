package samples.rules;

public record Proposal(String symbol, String reason) {
}
