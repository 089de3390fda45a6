package org.portcullis.operations.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.journal.JournalReader;

/**
 * What the gateway's own log says, read without the gateway's code.
 *
 * @param sent orders it noted before it sent them, as often as it noted them
 * @param settled orders that it ended itself, with how
 * @param starts how often it was started
 */
public record GatewayTruth(List<String> sent, Map<String, String> settled, int starts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the log in that folder. */
    public static GatewayTruth read(Path folder) {
        List<String> sent = new ArrayList<>();
        Map<String, String> settled = new TreeMap<>();
        int starts = 0;
        try (JournalReader records = JournalReader.from(folder, 1)) {
            while (records.hasNext()) {
                JsonNode record = JSON.readTree(records.next().body());
                String order = record.path("clientOrderId").asText();
                switch (record.path("kind").asText()) {
                    case "STARTED" -> starts++;
                    case "SENDING" -> sent.add(order);
                    case "SETTLED" -> settled.put(order, record.path("verdict").path("kind").asText());
                    default -> { /* an answer: the venue's ledger tells it better */ }
                }
            }
            return new GatewayTruth(List.copyOf(sent), settled, starts);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(folder + " holds a record that is no JSON", unreadable);
        }
    }
}
