package org.portcullis.strategy.domain.lightgbm;

import java.util.BitSet;

/** One tree of a model text, checked: its nodes and leaves form one tree, every index is in range. */
final class TreeText {

    private static final int CATEGORICAL = 1;

    final int leaves;
    final int[] feature;
    final int[] decision;
    final double[] threshold;
    final int[] left;
    final int[] right;
    final double[] leafValue;
    /** First word of each set of categories in {@link #categories}, with the end after the last. */
    final int[] categoryBounds;
    final int[] categories;
    final boolean linear;
    final double[] leafConstant;
    final int[] leafTerms;
    final int[] termFeature;
    final double[] termFactor;

    /**
     * @param features number of features of the model
     */
    TreeText(TextBlock text, int features) throws ModelRefused {
        leaves = text.whole("num_leaves", 1);
        leafValue = text.finite("leaf_value", leaves);
        int nodes = leaves - 1;
        feature = nodes == 0 ? new int[0] : text.wholes("split_feature", nodes);
        threshold = nodes == 0 ? new double[0] : text.decimals("threshold", nodes);
        // texts older than decision types know numerical splits without missing values only
        decision = nodes == 0 || !text.has("decision_type") ? new int[nodes] : text.wholes("decision_type", nodes);
        left = nodes == 0 ? new int[0] : text.wholes("left_child", nodes);
        right = nodes == 0 ? new int[0] : text.wholes("right_child", nodes);
        inRange(text, "split_feature", feature, features);
        int sets = text.has("num_cat") ? text.whole("num_cat", 0) : 0;
        categoryBounds = sets == 0 ? new int[1] : text.wholes("cat_boundaries", sets + 1);
        categories = sets == 0 ? new int[0] : categories(text);
        linear = text.has("is_linear") && text.whole("is_linear", 0) == 1;
        leafConstant = linear ? text.finite("leaf_const", leaves) : new double[0];
        leafTerms = linear ? terms(text) : new int[0];
        int terms = 0;
        for (int count : leafTerms) {
            terms += count;
        }
        termFeature = linear && terms > 0 ? text.wholes("leaf_features", terms) : new int[0];
        termFactor = linear && terms > 0 ? text.finite("leaf_coeff", terms) : new double[0];
        inRange(text, "leaf_features", termFeature, features);
        checkDecisions(text, sets);
        checkShape(text);
    }

    boolean categorical(int node) {
        return (decision[node] & CATEGORICAL) != 0;
    }

    boolean defaultLeft(int node) {
        return (decision[node] & 2) != 0;
    }

    /** 0 for none, 1 for zero, 2 for NaN. */
    int missing(int node) {
        return decision[node] >> 2 & 3;
    }

    /** Which values are missing in the words of LightGBM's {@code tree.h}, and that sets of categories exist. */
    private void checkDecisions(TextBlock text, int sets) throws ModelRefused {
        for (int node = 0; node < decision.length; node++) {
            if (decision[node] < 0 || decision[node] > 15 || missing(node) == 3) {
                throw new ModelRefused(text.line("decision_type"), "unknown decision type " + decision[node]);
            }
            if (categorical(node) && !(threshold[node] >= 0 && threshold[node] < sets
                    && threshold[node] == (int) threshold[node])) {
                throw new ModelRefused(text.line("threshold"), "split " + node + " names a set of categories "
                        + threshold[node] + ", there are " + sets);
            }
        }
    }

    /** With every node but the first, and every leaf, the child of exactly one node no walk can go round. */
    private void checkShape(TextBlock text) throws ModelRefused {
        BitSet nodesSeen = new BitSet();
        BitSet leavesSeen = new BitSet();
        nodesSeen.set(0);
        for (int node = 0; node < left.length; node++) {
            see(text, "left_child", left[node], nodesSeen, leavesSeen);
            see(text, "right_child", right[node], nodesSeen, leavesSeen);
        }
    }

    private void see(TextBlock text, String key, int child, BitSet nodesSeen, BitSet leavesSeen) throws ModelRefused {
        BitSet seen = child >= 0 ? nodesSeen : leavesSeen;
        int place = child >= 0 ? child : ~child;
        if (place >= (child >= 0 ? left.length : leaves) || seen.get(place)) {
            throw new ModelRefused(text.line(key), "child " + child + " does not exist or is reached twice");
        }
        seen.set(place);
    }

    private int[] categories(TextBlock text) throws ModelRefused {
        String[] words = text.words("cat_threshold");
        int[] bits = new int[words.length];
        for (int i = 0; i < bits.length; i++) {
            try {
                bits[i] = Integer.parseUnsignedInt(words[i]);
            } catch (NumberFormatException unreadable) {
                throw new ModelRefused(text.line("cat_threshold"), "not 32 bits: " + Numbers.quoted(words[i]));
            }
        }
        int before = 0;
        for (int i = 0; i < categoryBounds.length; i++) {
            if (categoryBounds[i] < before || categoryBounds[i] > bits.length || i == 0 && categoryBounds[i] != 0) {
                throw new ModelRefused(text.line("cat_boundaries"), "the boundaries of the sets of categories must"
                        + " rise from 0 to " + bits.length);
            }
            before = categoryBounds[i];
        }
        return bits;
    }

    private int[] terms(TextBlock text) throws ModelRefused {
        int[] counts = text.wholes("num_features", leaves);
        long sum = 0;
        for (int count : counts) {
            sum += count;
            if (count < 0 || sum > Integer.MAX_VALUE) {
                throw new ModelRefused(text.line("num_features"), "a leaf cannot have " + count + " terms");
            }
        }
        return counts;
    }

    private static void inRange(TextBlock text, String key, int[] places, int count) throws ModelRefused {
        for (int place : places) {
            if (place < 0 || place >= count) {
                throw new ModelRefused(text.line(key), key + " names feature " + place + ", there are " + count);
            }
        }
    }
}
