package org.portcullis.engine.workflow;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML element of a model, whoever parsed it.
 *
 * @param space namespace
 * @param name local name
 * @param attributes by local name; an attribute of another namespace than none is written {@code namespace:name}
 * @param text its own characters, stripped
 * @param children in the order of the file
 * @param line where it stands, from 1
 */
record ModelElement(String space, String name, Map<String, String> attributes, String text,
        List<ModelElement> children, int line) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Reads a document; a DOCTYPE is refused, nothing outside the document is ever read. */
    static ModelElement parse(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        Deque<Open> open = new ArrayDeque<>();
        ModelElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.DTD ->
                        throw new XMLStreamException("a DOCTYPE is not permitted", reader.getLocation());
                case XMLStreamReader.START_ELEMENT -> open.push(Open.at(reader));
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> append(open, reader.getText());
                case XMLStreamReader.END_ELEMENT -> {
                    ModelElement closed = open.pop().close();
                    if (open.isEmpty()) {
                        root = closed;
                    } else {
                        open.peek().children.add(closed);
                    }
                }
                default -> { /* comments and white space say nothing */ }
            }
        }
        return Objects.requireNonNull(root, "a document without an element");
    }

    private static void append(Deque<Open> open, String text) {
        if (!open.isEmpty()) {
            open.peek().text.append(text);
        }
    }

    private record Open(String space, String name, Map<String, String> attributes, StringBuilder text,
            List<ModelElement> children, int line) {

        static Open at(XMLStreamReader reader) {
            Map<String, String> attributes = new TreeMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String space = reader.getAttributeNamespace(i);
                attributes.put(key(space, reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
            }
            return new Open(Objects.requireNonNullElse(reader.getNamespaceURI(), ""), reader.getLocalName(), attributes,
                    new StringBuilder(), new ArrayList<>(), reader.getLocation().getLineNumber());
        }

        ModelElement close() {
            return new ModelElement(space, name, attributes, text.toString().strip(), List.copyOf(children), line);
        }
    }

    private static String key(@Nullable String space, String name) {
        return space == null || space.isEmpty() ? name : space + ":" + name;
    }

    /** The value of a plain attribute, empty when it is absent. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The value of one of the engine's own attributes, empty when it is absent. */
    String camunda(String attribute) {
        return attributes.getOrDefault(CAMUNDA + ":" + attribute, "");
    }

    boolean isBpmn(String local) {
        return space.equals(BPMN) && name.equals(local);
    }

    /** This element and everything below it, in the order of the file. */
    Stream<ModelElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ModelElement::all));
    }
}
