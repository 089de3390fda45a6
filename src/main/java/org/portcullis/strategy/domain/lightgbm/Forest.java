package org.portcullis.strategy.domain.lightgbm;

import java.util.List;

/**
 * All trees of a model in flat arrays, so that a walk touches neighbouring memory and allocates nothing. Nodes and
 * leaves are counted through all trees; a child is a node when it is not negative, else the complement of a leaf.
 *
 * <p>LightGBM asks of each value whether it is missing before it compares ({@code NumericalDecision} in its
 * {@code tree.h}). Here that question is answered when the model is read, for each node once: a comparison with NaN is
 * false, so it is written as {@code value <= threshold} where NaN goes right and as {@code !(value > threshold)} where
 * it goes left. Only splits that take zero as missing still have to ask.
 */
final class Forest {

    private static final byte NAN_RIGHT = 0;
    private static final byte NAN_LEFT = 1;
    private static final byte ZERO_RIGHT = 2;
    private static final byte ZERO_LEFT = 3;
    private static final byte CATEGORIES = 4;

    /** LightGBM's {@code kZeroThreshold}, a float there: what lies this near to zero is zero. */
    private static final double ZERO = 1e-35f;
    private static final int CATEGORY_BITS = 32;

    private final int[] root;
    private final int[] firstLeaf;
    private final int[] feature;
    private final double[] threshold;
    private final byte[] kind;
    private final int[] left;
    private final int[] right;
    private final double[] leafValue;
    private final int[] categoryStart;
    private final int[] categoryEnd;
    private final int[] categories;
    private final boolean[] linear;
    private final double[] leafConstant;
    private final int[] termStart;
    private final int[] termFeature;
    private final double[] termFactor;
    private final boolean anyLinear;

    private int nodes;
    private int leaves;
    private int words;
    private int terms;

    Forest(List<TreeText> trees) {
        int nodeCount = trees.stream().mapToInt(tree -> tree.left.length).sum();
        int leafCount = trees.stream().mapToInt(tree -> tree.leaves).sum();
        root = new int[trees.size()];
        firstLeaf = new int[trees.size()];
        feature = new int[nodeCount];
        threshold = new double[nodeCount];
        kind = new byte[nodeCount];
        left = new int[nodeCount];
        right = new int[nodeCount];
        categoryStart = new int[nodeCount];
        categoryEnd = new int[nodeCount];
        categories = new int[trees.stream().mapToInt(tree -> tree.categories.length).sum()];
        leafValue = new double[leafCount];
        linear = new boolean[trees.size()];
        leafConstant = new double[leafCount];
        termStart = new int[leafCount + 1];
        termFeature = new int[trees.stream().mapToInt(tree -> tree.termFeature.length).sum()];
        termFactor = new double[termFeature.length];
        for (int i = 0; i < trees.size(); i++) {
            add(i, trees.get(i));
        }
        anyLinear = trees.stream().anyMatch(tree -> tree.linear);
    }

    int trees() {
        return root.length;
    }

    int leaves() {
        return leafValue.length;
    }

    /** Whether every leaf says a number that lies between these, both allowed; a line in a leaf may say any. */
    boolean leavesWithin(double low, double high) {
        for (double value : leafValue) {
            if (!(value >= low && value <= high)) {
                return false;
            }
        }
        return !anyLinear;
    }

    /** Leaf of a tree that the row falls into, counted from 0 within the tree. */
    int leaf(int tree, double[] row) {
        return walk(root[tree], row) - firstLeaf[tree];
    }

    /** What a tree says to the row. */
    double value(int tree, double[] row) {
        int leaf = walk(root[tree], row);
        return anyLinear && linear[tree] ? linearValue(leaf, row) : leafValue[leaf];
    }

    private int walk(int start, double[] row) {
        int node = start;
        while (node >= 0) {
            node = goesLeft(node, row[feature[node]]) ? left[node] : right[node];
        }
        return ~node;
    }

    private boolean goesLeft(int node, double value) {
        return switch (kind[node]) {
            case NAN_RIGHT -> value <= threshold[node];
            case NAN_LEFT -> !(value > threshold[node]);
            case ZERO_RIGHT -> !missing(value) && value <= threshold[node];
            case ZERO_LEFT -> missing(value) || value <= threshold[node];
            default -> inCategories(node, value);
        };
    }

    /** Where zero is missing, NaN is taken for zero. */
    private static boolean missing(double value) {
        return !(Math.abs(value) > ZERO);
    }

    private boolean inCategories(int node, double value) {
        // NaN and -0.5 become 0 in Java; LightGBM sends NaN to the right, and -0.5 becomes 0 there too
        int category = (int) value;
        if (category < 0 || Double.isNaN(value)) {
            return false;
        }
        int word = categoryStart[node] + category / CATEGORY_BITS;
        return word < categoryEnd[node] && (categories[word] >>> category % CATEGORY_BITS & 1) != 0;
    }

    private double linearValue(int leaf, double[] row) {
        double sum = leafConstant[leaf];
        for (int term = termStart[leaf]; term < termStart[leaf + 1]; term++) {
            double value = row[termFeature[term]];
            if (Double.isNaN(value)) {
                return leafValue[leaf];
            }
            sum += termFactor[term] * value;
        }
        return sum;
    }

    private void add(int tree, TreeText text) {
        root[tree] = text.left.length == 0 ? ~leaves : nodes;
        firstLeaf[tree] = leaves;
        linear[tree] = text.linear;
        for (int node = 0; node < text.left.length; node++) {
            int place = nodes + node;
            feature[place] = text.feature[node];
            left[place] = shifted(text.left[node]);
            right[place] = shifted(text.right[node]);
            takeDecision(text, node, place);
        }
        for (int leaf = 0; leaf < text.leaves; leaf++) {
            leafValue[leaves + leaf] = text.leafValue[leaf];
            leafConstant[leaves + leaf] = text.linear ? text.leafConstant[leaf] : 0;
            terms += text.linear ? text.leafTerms[leaf] : 0;
            termStart[leaves + leaf + 1] = terms;
        }
        int firstTerm = terms - text.termFeature.length;
        System.arraycopy(text.termFeature, 0, termFeature, firstTerm, text.termFeature.length);
        System.arraycopy(text.termFactor, 0, termFactor, firstTerm, text.termFactor.length);
        System.arraycopy(text.categories, 0, categories, words, text.categories.length);
        words += text.categories.length;
        nodes += text.left.length;
        leaves += text.leaves;
    }

    private int shifted(int child) {
        return child >= 0 ? child + nodes : ~(~child + leaves);
    }

    private void takeDecision(TreeText text, int node, int place) {
        if (text.categorical(node)) {
            int set = (int) text.threshold[node];
            kind[place] = CATEGORIES;
            categoryStart[place] = words + text.categoryBounds[set];
            categoryEnd[place] = words + text.categoryBounds[set + 1];
            return;
        }
        double limit = zeroAsOne(text.threshold[node]);
        threshold[place] = limit;
        // where nothing is missing, NaN is compared as zero
        boolean nanLeft = text.missing(node) == 0 ? limit >= 0 : text.defaultLeft(node);
        kind[place] = text.missing(node) == 1 ? (nanLeft ? ZERO_LEFT : ZERO_RIGHT) : (nanLeft ? NAN_LEFT : NAN_RIGHT);
    }

    /** LightGBM takes values next to zero for zero when it reads a row; moving the threshold comes to the same. */
    private static double zeroAsOne(double threshold) {
        if (threshold >= 0 && threshold < ZERO) {
            return ZERO;
        }
        return threshold < 0 && threshold >= -ZERO ? Math.nextDown(-ZERO) : threshold;
    }
}
