package samples.rules;

public record Bar(String symbol, double close, double average) {

    public boolean isAboveAverage() {
        return close > average;
    }

    public Bar explode() {
        throw new IllegalStateException("exploded");
    }

    public Bar sleepy() {
        long until = System.nanoTime() + 400_000_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return this;
    }
}
