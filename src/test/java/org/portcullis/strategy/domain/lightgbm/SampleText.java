package org.portcullis.strategy.domain.lightgbm;

/** Model texts that are short enough to be read. */
final class SampleText {

    private SampleText() {
    }

    /** One split of one feature: -1 on the left, 1 on the right. */
    static String oneSplit(String decisionType, String threshold) {
        return """
                tree
                version=v4
                num_class=1
                num_tree_per_iteration=1
                max_feature_idx=0
                objective=regression
                feature_names=x
                tree_sizes=1

                Tree=0
                num_leaves=2
                num_cat=0
                split_feature=0
                threshold=%s
                decision_type=%s
                left_child=-1
                right_child=-2
                leaf_value=-1 1
                is_linear=0
                shrinkage=1


                end of trees
                """.formatted(threshold, decisionType);
    }
}
