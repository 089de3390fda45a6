package org.portcullis.research.adapter.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;

/**
 * A model in LightGBM's native library, asked and trained through its C interface. Every call that fails throws an
 * {@link IllegalStateException} with LightGBM's own words. Not for several threads; to be closed.
 */
final class NativeBooster implements AutoCloseable {

    /** Room for a model's text in bytes; the library asks for more by itself. */
    private static final long TEXT_ROOM = 10L << 20;

    /** What is asked of a model, with the number that the C interface gives it. */
    enum Answer {
        NORMAL, RAW_SCORE, LEAF_INDEX
    }

    private final SWIGTYPE_p_p_void handle = lightgbmlib.voidpp_handle();

    private NativeBooster() {
    }

    /** A model without trees, to be trained on rows that stay open as long as it does. */
    static NativeBooster over(NativeRows rows, String parameters) {
        NativeBooster made = new NativeBooster();
        check(lightgbmlib.LGBM_BoosterCreate(rows.pointer(), parameters, made.handle));
        return made;
    }

    /** A model from its text. */
    static NativeBooster read(String text) {
        NativeLibrary.load();
        NativeBooster made = new NativeBooster();
        SWIGTYPE_p_int rounds = lightgbmlib.new_intp();
        try {
            check(lightgbmlib.LGBM_BoosterLoadModelFromString(text, rounds, made.handle));
        } finally {
            lightgbmlib.delete_intp(rounds);
        }
        return made;
    }

    /** Learns one more tree for each class; true when there was nothing left to split. */
    boolean learn() {
        SWIGTYPE_p_int finished = lightgbmlib.new_intp();
        try {
            check(lightgbmlib.LGBM_BoosterUpdateOneIter(pointer(), finished));
            return lightgbmlib.intp_value(finished) == 1;
        } finally {
            lightgbmlib.delete_intp(finished);
        }
    }

    /** The model in LightGBM's text format, all trees, the importance of features by gain. */
    String text() {
        SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
        try {
            return lightgbmlib.LGBM_BoosterSaveModelToStringSWIG(pointer(), 0, 0,
                    lightgbmlib.C_API_FEATURE_IMPORTANCE_GAIN, TEXT_ROOM, length);
        } finally {
            lightgbmlib.delete_int64_tp(length);
        }
    }

    /**
     * Answers of one kind.
     *
     * @param features of each row, one row after the other
     * @param columns  features in a row
     * @param each     answers for one row: 1, the number of classes or the number of trees
     */
    double[] ask(double[] features, int columns, int each, Answer kind) {
        int rows = features.length / columns;
        SWIGTYPE_p_double in = NativeRows.copy(features);
        SWIGTYPE_p_double out = lightgbmlib.new_doubleArray((long) rows * each);
        SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
        try {
            check(lightgbmlib.LGBM_BoosterPredictForMat(pointer(), lightgbmlib.double_to_voidp_ptr(in),
                    lightgbmlib.C_API_DTYPE_FLOAT64, rows, columns, 1, kind.ordinal(), 0, -1, "num_threads=1", length,
                    out));
            double[] answers = new double[rows * each];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = lightgbmlib.doubleArray_getitem(out, i);
            }
            return answers;
        } finally {
            lightgbmlib.delete_doubleArray(in);
            lightgbmlib.delete_doubleArray(out);
            lightgbmlib.delete_int64_tp(length);
        }
    }

    @Override
    public void close() {
        check(lightgbmlib.LGBM_BoosterFree(pointer()));
        lightgbmlib.delete_voidpp(handle);
    }

    private SWIGTYPE_p_void pointer() {
        return lightgbmlib.voidpp_value(handle);
    }

    /** @throws IllegalStateException with LightGBM's words, unless the answer is zero */
    static void check(int answer) {
        if (answer != 0) {
            throw new IllegalStateException("LightGBM refused: " + lightgbmlib.LGBM_GetLastError());
        }
    }
}
