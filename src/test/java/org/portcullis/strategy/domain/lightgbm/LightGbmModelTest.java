package org.portcullis.strategy.domain.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splits, missing values and conversions, on models small enough to be read. */
@DisplayName("S3-10 LightGBM models scored in Java: splits and refusals")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LightGbmModelTest {

    private static final double LEFT = -1;
    private static final double RIGHT = 1;

    /** Decision type as LightGBM packs it: bit 0 categorical, bit 1 default left, bits 2 and 3 what is missing. */
    @ParameterizedTest(name = "type {0}, threshold {1}, value {2}: {3}")
    @CsvSource({
        // nothing is missing: NaN is zero
        "0,0.5,0.5,LEFT", "0,0.5,0.50000001,RIGHT", "0,0.5,NaN,LEFT", "0,-0.5,NaN,RIGHT", "2,-0.5,NaN,RIGHT",
        "0,0.5,-Infinity,LEFT", "0,0.5,Infinity,RIGHT", "0,Infinity,Infinity,LEFT",
        // zero is missing, and NaN with it
        "4,0.5,0,RIGHT", "6,-0.5,0,LEFT", "4,0.5,NaN,RIGHT", "6,-0.5,NaN,LEFT", "4,0.5,1e-36,RIGHT",
        "4,0.5,1e-34,LEFT", "6,-0.5,-1e-34,RIGHT", "4,0.5,0.4,LEFT", "6,0.5,0.6,RIGHT",
        // NaN is missing, zero is a number
        "8,0.5,NaN,RIGHT", "10,-0.5,NaN,LEFT", "8,0.5,0,LEFT", "10,-0.5,0,RIGHT", "8,Infinity,NaN,RIGHT",
        // next to zero is zero
        "2,0,1e-36,LEFT", "2,1e-36,1.0000000180025095e-35,LEFT", "2,-1e-36,-1e-36,RIGHT", "2,-1e-34,-1e-34,LEFT"})
    void a_split_sends_a_value_where_lightgbm_sends_it(int type, String threshold, double value, String side)
            throws ModelRefused {
        LightGbmModel model = model(type, threshold.replace("Infinity", "inf"));
        assertThat(model.scoreRaw(new double[] {value})).isEqualTo(side.equals("LEFT") ? LEFT : RIGHT);
    }

    @ParameterizedTest(name = "category {0}: {1}")
    @CsvSource({"1,LEFT", "3,LEFT", "33,LEFT", "0,RIGHT", "2,RIGHT", "32,RIGHT", "64,RIGHT", "1.9,LEFT", "-1,RIGHT",
        "-0.5,RIGHT", "NaN,RIGHT", "Infinity,RIGHT", "-Infinity,RIGHT", "1e300,RIGHT"})
    void a_set_of_categories_keeps_what_it_does_not_know_out(double value, String side) throws ModelRefused {
        // bits 1 and 3 of the first word, bit 1 of the second: categories 1, 3 and 33
        String text = SampleText.oneSplit("9", "0").replace("num_cat=0", "num_cat=1\ncat_boundaries=0 2\n"
                + "cat_threshold=10 2");
        assertThat(LightGbmModel.read(text).scoreRaw(new double[] {value}))
                .isEqualTo(side.equals("LEFT") ? LEFT : RIGHT);
    }

    @Test
    void category_minus_a_half_is_category_zero() throws ModelRefused {
        String text = SampleText.oneSplit("1", "0").replace("num_cat=0", "num_cat=1\ncat_boundaries=0 1\n"
                + "cat_threshold=1");
        assertThat(LightGbmModel.read(text).scoreRaw(new double[] {-0.5})).isEqualTo(LEFT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"regression,1", "regression sqrt,1", "binary sigmoid:2,0.8807970779778823", "poisson,2.718281828459045",
        "cross_entropy,0.7310585786300049", "cross_entropy_lambda,1.3132616875182228", "lambdarank,1"})
    void a_raw_score_of_one_becomes_the_prediction_of_its_objective(String objective, double expected)
            throws ModelRefused {
        LightGbmModel model = LightGbmModel.read(SampleText.oneSplit("2", "0.5")
                .replace("objective=regression", "objective=" + objective));
        assertThat(model.predict(new double[] {1})).isEqualTo(expected, within(1e-15));
    }

    @Test
    void a_model_trained_on_square_roots_keeps_the_sign() throws ModelRefused {
        LightGbmModel model = LightGbmModel.read(SampleText.oneSplit("2", "0.5")
                .replace("leaf_value=-1 1", "leaf_value=-3 3").replace("objective=regression",
                        "objective=regression sqrt"));
        assertThat(model.predict(new double[] {0})).isEqualTo(-9);
    }

    @Test
    void a_leaf_with_terms_is_linear_and_falls_back_to_its_constant_without_them() throws ModelRefused {
        LightGbmModel model = LightGbmModel.read(SampleText.oneSplit("10", "0.5").replace("is_linear=0",
                "is_linear=1\nleaf_const=10 20\nnum_features=1 0\nleaf_features=0  \nleaf_coeff=2  "));
        assertThat(model.scoreRaw(new double[] {0.25})).isEqualTo(10.5);
        assertThat(model.scoreRaw(new double[] {3})).isEqualTo(20);
        assertThat(model.scoreRaw(new double[] {Double.NaN})).as("NaN goes left and has no line").isEqualTo(LEFT);
    }

    @Test
    void several_classes_are_not_asked_for_one_score() throws ModelRefused {
        String tree = SampleText.oneSplit("2", "0.5");
        String second = tree.substring(tree.indexOf("Tree=0"), tree.indexOf("end of trees")).replace("Tree=0",
                "Tree=1");
        LightGbmModel model = LightGbmModel.read(tree.replace("end of trees", second + "end of trees")
                .replace("num_class=1", "num_class=2").replace("iteration=1", "iteration=2")
                .replace("objective=regression", "objective=multiclass num_class:2").replace("tree_sizes=1",
                        "tree_sizes=1 1"));
        double[] out = new double[2];
        model.predict(new double[] {0}, out);
        assertThat(out).containsExactly(0.5, 0.5);
        assertThatThrownBy(() -> model.predict(new double[] {0})).hasMessageContaining("2 classes");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "version=v4|version=v9|line 2: version \"v9\" is not known",
        "objective=regression|objective=guess|line 6: unknown objective \"guess\"",
        "objective=regression|objective=multiclass num_class:1|line 6: a choice among one class says nothing",
        "objective=regression|objective=binary sigmoid:0|line 6: the sigmoid parameter must be positive",
        "max_feature_idx=0|max_feature_idx=1|there are 1 names, and the last feature is number 1",
        "split_feature=0|split_feature=1|names feature 1, there are 1",
        "left_child=-1|left_child=0|child 0 does not exist or is reached twice",
        "left_child=-1|left_child=-2|reached twice",
        "left_child=-1|left_child=-9|child -9 does not exist",
        "threshold=0.5|threshold=nan|not a number: \"nan\"",
        "threshold=0.5|threshold=0x1p3|not a number",
        "leaf_value=-1 1|leaf_value=-1|leaf_value has 1 values, expected are 2",
        "leaf_value=-1 1|leaf_value=-1 inf|leaf_value is infinite",
        "decision_type=2|decision_type=16|unknown decision type 16",
        "decision_type=2|decision_type=12|unknown decision type 12",
        "decision_type=2|decision_type=1|names a set of categories 0.5, there are 0",
        "num_leaves=2|num_leaves=0|num_leaves is 0, must be 1 or more",
        "num_leaves=2|num_leaves=2000000000|leaf_value has 2 values, expected are 2000000000",
        "num_class=1|num_class=2|there are 2 classes and 1 trees for each round",
        "Tree=0|Tree=1|expected Tree=0 or the end of trees",
        "tree_sizes=1|tree_sizes=1 1|announces 2 trees, there are 1",
        "end of trees|the end|the text ends before the end of trees",
        "num_cat=0|num_leaves=2|a second \"num_leaves\""})
    void a_broken_text_is_refused_with_its_line(String good, String bad, String message) {
        String text = SampleText.oneSplit("2", "0.5").replace(good, bad);
        assertThatThrownBy(() -> LightGbmModel.read(text)).isInstanceOf(ModelRefused.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"7,7", "-1.5,-1.5", "+.5,0.5", "2.,2", "1e3,1000", "1.5E-2,0.015"})
    void a_number_is_read_in_every_form_that_lightgbm_writes(String written, double number) throws ModelRefused {
        assertThat(Numbers.decimal(written, 1)).isEqualTo(number);
    }

    @ParameterizedTest(name = "<{0}>")
    @CsvSource({"''", ".", "+", "1.2.3", "1e", "1e+", "e5", "1d", "1_0", "--1", "1.e.1"})
    void what_is_no_number_is_refused(String written) {
        assertThatThrownBy(() -> Numbers.decimal(written, 1)).isInstanceOf(ModelRefused.class);
    }

    @Test
    void a_number_of_a_million_digits_is_refused_without_looking_at_any_of_them_twice() {
        assertThatThrownBy(() -> Numbers.decimal("1".repeat(1_000_000) + "x", 1)).isInstanceOf(ModelRefused.class)
                .hasMessageContaining("11...");
    }

    @Test
    void leaves_that_are_predictions_already_are_probabilities_from_0_to_1_only() throws ModelRefused {
        String forest = SampleText.oneSplit("2", "0.5").replace("version=v4", "version=v2\naverage_output");
        String binary = forest.replace("objective=regression", "objective=binary sigmoid:1");
        assertThat(LightGbmModel.read(binary.replace("leaf_value=-1 1", "leaf_value=0 1")).probabilities()).isTrue();
        assertThat(LightGbmModel.read(binary.replace("leaf_value=-1 1", "leaf_value=0 1.0001")).probabilities())
                .isFalse();
        assertThat(LightGbmModel.read(binary.replace("leaf_value=-1 1", "leaf_value=-0.0001 1")).probabilities())
                .isFalse();
        assertThat(LightGbmModel.read(forest.replace("leaf_value=-1 1", "leaf_value=0 1")).probabilities()).isFalse();
    }

    @Test
    void a_text_of_another_kind_is_refused() {
        assertThatThrownBy(() -> LightGbmModel.read("{\"name\": \"tree\"}")).isInstanceOf(ModelRefused.class)
                .hasMessage("line 1: a LightGBM model begins with the line tree");
        assertThatThrownBy(() -> LightGbmModel.read("")).isInstanceOf(ModelRefused.class);
    }

    private static LightGbmModel model(int type, String threshold) throws ModelRefused {
        return LightGbmModel.read(SampleText.oneSplit(Integer.toString(type), threshold));
    }
}
