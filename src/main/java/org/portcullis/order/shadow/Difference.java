package org.portcullis.order.shadow;

/** How a trade differs from its twin; the first that applies, from the gravest on (S2-ST4, D7). */
public enum Difference {
    OPEN("One of the two has not ended."),
    NOT_SENT("The order was not sent; its twin shows what it would have become."),
    NOT_FILLED("The twin was filled, the order was not."),
    ONLY_ORDER("The order was filled, its twin was not."),
    SIZE("Another part of the order was filled than of its twin."),
    PRICE("The order was filled at another price than its twin."),
    TIME("The order was filled at another time than its twin."),
    NONE("The order became what its twin became.");

    private final String sentence;

    Difference(String sentence) {
        this.sentence = sentence;
    }

    /** In one sentence. */
    public String sentence() {
        return sentence;
    }
}
