package org.portcullis.operations.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.journal.JournalReader;

/**
 * What the paper venue's own ledger says, read without the venue's code. Repeated entries stay repeated.
 *
 * @param taken orders, in the order they came
 * @param fills executions, in the order they happened
 * @param ends what ended an order other than its last fill
 */
public record VenueTruth(List<Taken> taken, List<Execution> fills, List<End> ends) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDS = Set.of("CANCELED", "EXPIRED", "REJECTED", "FAILED");

    /** An order as the venue took it. */
    public record Taken(String order, String instrument, String side, BigInteger quantity) {
    }

    /** An execution; amounts in 10<sup>-8</sup>. */
    public record Execution(String trade, String order, BigInteger quantity, BigInteger price, BigInteger fee) {
    }

    /** The venue's last word about an order that was not filled. */
    public record End(String order, String kind) {
    }

    /** Reads the ledger in that folder. */
    public static VenueTruth read(Path folder) {
        List<Taken> taken = new ArrayList<>();
        List<Execution> fills = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        try (JournalReader records = JournalReader.from(folder, 1)) {
            while (records.hasNext()) {
                JsonNode record = JSON.readTree(records.next().body());
                JsonNode order = record.path("taken");
                JsonNode said = record.path("said");
                if (order.isObject()) {
                    taken.add(new Taken(order.path("clientOrderId").asText(), value(order.path("instrument")),
                            order.path("side").asText(), order.path("quantityE8").bigIntegerValue()));
                }
                if (said.path("kind").asText().equals("FILLED")) {
                    fills.add(new Execution(said.path("venueTradeId").asText(), value(said.path("clientOrderId")),
                            e8(said.path("quantity")), e8(said.path("price")), e8(said.path("fee"))));
                } else if (ENDS.contains(said.path("kind").asText())) {
                    ends.add(new End(value(said.path("clientOrderId")), said.path("kind").asText()));
                }
            }
            return new VenueTruth(List.copyOf(taken), List.copyOf(fills), List.copyOf(ends));
        } catch (java.io.IOException unreadable) {
            throw new IllegalArgumentException(folder + " holds a record that is no JSON", unreadable);
        }
    }

    /** The first entry of every order, by its client id. */
    public Map<String, Taken> byOrder() {
        return taken.stream().collect(Collectors.toMap(Taken::order, order -> order, (first, again) -> first));
    }

    /** Filled quantity of every order, in 10<sup>-8</sup>. */
    public Map<String, BigInteger> filled() {
        return fills.stream().collect(Collectors.toMap(Execution::order, Execution::quantity, BigInteger::add));
    }

    /** The state in which the venue holds an order that it took: how it ended, or how far it is; else UNKNOWN. */
    public String state(String order) {
        Taken wanted = byOrder().get(order);
        if (wanted == null) {
            return "UNKNOWN";
        }
        BigInteger filled = filled().getOrDefault(order, BigInteger.ZERO);
        if (filled.compareTo(wanted.quantity()) >= 0) {
            return "FILLED";
        }
        return ends.stream().filter(end -> end.order().equals(order)).map(End::kind).findFirst()
                .orElse(filled.signum() == 0 ? "OPEN" : "PARTIAL_FILL");
    }

    private static String value(JsonNode word) {
        return word.isTextual() ? word.asText() : word.path("value").asText();
    }

    private static BigInteger e8(JsonNode amount) {
        return amount.path("e8").bigIntegerValue();
    }
}
