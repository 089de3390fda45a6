package org.portcullis.risk.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.CaseFile;
import org.portcullis.risk.domain.Gating;
import org.portcullis.risk.domain.Situation;

/**
 * A case file as JSON and back. A further gate's fact is written with the name of its record, because only that says
 * how to read it; only records of the product are read.
 */
final class CaseText {

    private static final String OURS = "org.portcullis.";

    private final ObjectMapper json;

    CaseText(ObjectMapper json) {
        this.json = json;
    }

    String write(CaseFile file) {
        ObjectNode node = json.createObjectNode();
        node.set("account", json.valueToTree(file.account()));
        node.set("situation", json.valueToTree(file.situation()));
        node.set("gating", json.valueToTree(file.gating()));
        node.set("agreed", json.valueToTree(file.agreed()));
        node.set("sizing", typed(file.sizingFacts()));
        node.set("judging", typed(file.judgingFacts()));
        node.put("policy", file.policyHash());
        return node.toString();
    }

    /** @throws IllegalStateException when the text was written by a version with other facts */
    CaseFile read(String text) {
        try {
            JsonNode node = json.readTree(text);
            JsonNode agreed = node.path("agreed");
            return new CaseFile(json.treeToValue(node.path("account"), AccountId.class),
                    json.treeToValue(node.path("situation"), Situation.class),
                    json.treeToValue(node.path("gating"), Gating.class),
                    agreed.isNull() ? null : json.treeToValue(agreed, Quantity.class), records(node.path("sizing")),
                    records(node.path("judging")), node.path("policy").asText());
        } catch (JsonProcessingException | ClassNotFoundException unreadable) {
            throw new IllegalStateException("kept facts cannot be read by this version: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private ArrayNode typed(List<Record> facts) {
        ArrayNode array = json.createArrayNode();
        for (Record fact : facts) {
            ObjectNode entry = array.addObject();
            entry.put("type", fact.getClass().getName());
            entry.set("fact", json.valueToTree(fact));
        }
        return array;
    }

    private List<Record> records(JsonNode array) throws JsonProcessingException, ClassNotFoundException {
        List<Record> records = new ArrayList<>();
        for (JsonNode entry : array) {
            String name = entry.path("type").asText();
            if (!name.startsWith(OURS)) {
                throw new IllegalStateException("kept facts name a foreign type: " + name);
            }
            Class<?> type = Class.forName(name, false, CaseText.class.getClassLoader());
            if (!type.isRecord()) {
                throw new IllegalStateException("kept facts name a type that is no record: " + name);
            }
            records.add((Record) json.treeToValue(entry.path("fact"), type));
        }
        return records;
    }
}
