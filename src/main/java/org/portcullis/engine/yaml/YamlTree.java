package org.portcullis.engine.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML as a tree that knows its lines. */
public final class YamlTree {

    /** What was converted; what is named in several places is converted once. */
    private final Map<Node, YamlNode> done = new IdentityHashMap<>();

    private YamlTree() {
    }

    /**
     * The tree of a text: what is written in the plain way is read at once, everything else by SnakeYAML.
     *
     * @return the tree; null when the text says nothing
     * @throws org.yaml.snakeyaml.error.YAMLException when it is no YAML
     */
    public static @Nullable YamlNode of(String text) {
        YamlNode plain = PlainYaml.read(text);
        return plain == null ? composed(text) : plain;
    }

    /** The tree as SnakeYAML reads it. */
    static @Nullable YamlNode composed(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        return root == null ? null : new YamlTree().converted(root);
    }

    private YamlNode converted(Node node) {
        int line = node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
        YamlNode known = done.get(node);
        if (known == null) {
            // what is inside itself finds nothing there
            done.put(node, new YamlNode.Row(line, List.of()));
            known = made(node, line);
            done.put(node, known);
        }
        return known;
    }

    private YamlNode made(Node node, int line) {
        if (node instanceof MappingNode mapping) {
            List<YamlNode.Entry> entries = new ArrayList<>();
            for (NodeTuple each : mapping.getValue()) {
                entries.add(new YamlNode.Entry(converted(each.getKeyNode()), converted(each.getValueNode())));
            }
            return new YamlNode.Table(line, entries);
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode.Row(line, sequence.getValue().stream().map(this::converted).toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlNode.Text(line, scalar.getValue(), scalar.isPlain());
    }
}
