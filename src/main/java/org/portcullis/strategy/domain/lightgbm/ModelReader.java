package org.portcullis.strategy.domain.lightgbm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads LightGBM's text format: a heading, trees, and {@code end of trees}. What follows (importances, parameters) says
 * nothing about scores and is left alone. A text without its end was cut off and is refused.
 */
final class ModelReader {

    private static final Set<String> VERSIONS = Set.of("v2", "v3", "v4");
    private static final String END = "end of trees";
    private static final String TREE = "Tree=";

    private final String text;
    private int position;
    private int line;

    ModelReader(String text) {
        this.text = text;
    }

    LightGbmModel read() throws ModelRefused {
        if (!"tree".equals(next().trim())) {
            throw new ModelRefused(1, "a LightGBM model begins with the line tree");
        }
        TextBlock heading = new TextBlock(1);
        String row = next();
        while (!row.startsWith(TREE) && !row.equals(END)) {
            if (!row.isBlank()) {
                heading.add(row, line);
            }
            row = next();
        }
        int classes = classes(heading);
        List<String> names = featureNames(heading);
        List<TreeText> trees = trees(row, names.size());
        checkCount(heading, trees.size(), classes);
        boolean averaged = heading.has("average_output");
        return new LightGbmModel(names, objective(heading, classes), classes, averaged,
                averaged && heading.require("version").equals("v2"), new Forest(trees));
    }

    private List<TreeText> trees(String first, int features) throws ModelRefused {
        List<TreeText> trees = new ArrayList<>();
        String row = first;
        while (!row.equals(END)) {
            if (!row.equals(TREE + trees.size())) {
                throw new ModelRefused(line, "expected " + TREE + trees.size() + " or the end of trees, found "
                        + Numbers.quoted(row));
            }
            TextBlock tree = new TextBlock(line);
            row = next();
            while (!row.startsWith(TREE) && !row.equals(END)) {
                if (!row.isBlank()) {
                    tree.add(row, line);
                }
                row = next();
            }
            trees.add(new TreeText(tree, features));
        }
        return trees;
    }

    private static Objective objective(TextBlock heading, int classes) throws ModelRefused {
        String text = heading.find("objective");
        if (text == null) {
            return Objective.NONE;
        }
        Objective objective = Objective.of(text, heading.line("objective"));
        if (objective.kind() == Objective.Kind.SOFTMAX && classes == 1) {
            throw new ModelRefused(heading.line("objective"), "a choice among one class says nothing");
        }
        return objective;
    }

    private int classes(TextBlock heading) throws ModelRefused {
        if (!VERSIONS.contains(heading.require("version"))) {
            throw new ModelRefused(heading.line("version"), "version " + Numbers.quoted(heading.require("version"))
                    + " is not known, known are v2, v3 and v4");
        }
        int classes = heading.whole("num_class", 1);
        int perRound = heading.whole("num_tree_per_iteration", 1);
        if (classes != perRound) {
            throw new ModelRefused(heading.line("num_tree_per_iteration"), "there are " + classes + " classes and "
                    + perRound + " trees for each round");
        }
        return classes;
    }

    private static List<String> featureNames(TextBlock heading) throws ModelRefused {
        List<String> names = List.of(heading.words("feature_names"));
        if (names.size() - 1L != heading.whole("max_feature_idx", 0)) {
            throw new ModelRefused(heading.line("feature_names"), "there are " + names.size() + " names, and the last"
                    + " feature is number " + heading.require("max_feature_idx"));
        }
        return names;
    }

    private void checkCount(TextBlock heading, int trees, int classes) throws ModelRefused {
        if (trees == 0 || trees % classes != 0) {
            throw new ModelRefused(line, trees + " trees do not make whole rounds of " + classes);
        }
        if (heading.has("tree_sizes") && heading.words("tree_sizes").length != trees) {
            throw new ModelRefused(line, "the heading announces " + heading.words("tree_sizes").length
                    + " trees, there are " + trees);
        }
    }

    /** The next line without its end. */
    private String next() throws ModelRefused {
        if (position >= text.length()) {
            throw new ModelRefused(Math.max(1, line), "the text ends before the end of trees");
        }
        int end = text.indexOf('\n', position);
        int stop = end < 0 ? text.length() : end;
        String row = text.substring(position, stop > position && text.charAt(stop - 1) == '\r' ? stop - 1 : stop);
        position = stop + 1;
        line++;
        return row;
    }
}
