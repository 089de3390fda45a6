package org.portcullis.research.adapter.lightgbm;

import com.microsoft.ml.lightgbm.PredictionType;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;

/**
 * A model in LightGBM's native library, asked through its C interface: the Java binding above it leaves too little room
 * for the answers of several classes.
 */
final class NativeModel implements AutoCloseable {

    private final SWIGTYPE_p_p_void handle = lightgbmlib.voidpp_handle();

    NativeModel(String text) {
        SWIGTYPE_p_int rounds = lightgbmlib.new_intp();
        check(lightgbmlib.LGBM_BoosterLoadModelFromString(text, rounds, handle));
        lightgbmlib.delete_intp(rounds);
    }

    /**
     * Answers of one kind.
     *
     * @param features of each row, one row after the other
     * @param each     answers for one row
     */
    double[] ask(double[] features, int columns, int each, PredictionType kind) {
        int rows = features.length / columns;
        SWIGTYPE_p_double in = lightgbmlib.new_doubleArray(features.length);
        SWIGTYPE_p_double out = lightgbmlib.new_doubleArray((long) rows * each);
        SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
        for (int i = 0; i < features.length; i++) {
            lightgbmlib.doubleArray_setitem(in, i, features[i]);
        }
        check(lightgbmlib.LGBM_BoosterPredictForMat(lightgbmlib.voidpp_value(handle),
                lightgbmlib.double_to_voidp_ptr(in), lightgbmlib.C_API_DTYPE_FLOAT64, rows, columns, 1,
                kind.getType(), 0, -1, "num_threads=1", length, out));
        double[] answers = new double[rows * each];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = lightgbmlib.doubleArray_getitem(out, i);
        }
        lightgbmlib.delete_doubleArray(in);
        lightgbmlib.delete_doubleArray(out);
        lightgbmlib.delete_int64_tp(length);
        return answers;
    }

    @Override
    public void close() {
        check(lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(handle)));
    }

    private static void check(int answer) {
        if (answer != 0) {
            throw new IllegalStateException(lightgbmlib.LGBM_GetLastError());
        }
    }
}
