package org.portcullis.research.adapter.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import org.portcullis.research.Trainer;

/** Rows with their labels in LightGBM's native library, to learn from. To be closed. */
final class NativeRows implements AutoCloseable {

    private final SWIGTYPE_p_p_void handle = lightgbmlib.voidpp_handle();

    private NativeRows() {
    }

    /**
     * Copies rows into the library.
     *
     * @throws IllegalStateException when LightGBM refuses them, with its words
     */
    static NativeRows of(Trainer.Rows rows, String[] names, String parameters) {
        NativeLibrary.load();
        NativeRows made = new NativeRows();
        SWIGTYPE_p_double features = copy(rows.features());
        try {
            NativeBooster.check(lightgbmlib.LGBM_DatasetCreateFromMat(lightgbmlib.double_to_voidp_ptr(features),
                    lightgbmlib.C_API_DTYPE_FLOAT64, rows.labels().length, names.length, 1, parameters, null,
                    made.handle));
        } finally {
            lightgbmlib.delete_doubleArray(features);
        }
        NativeBooster.check(lightgbmlib.LGBM_DatasetSetFeatureNames(made.pointer(), names, names.length));
        made.label(rows.labels());
        return made;
    }

    private void label(float[] labels) {
        SWIGTYPE_p_float copy = lightgbmlib.new_floatArray(labels.length);
        try {
            for (int i = 0; i < labels.length; i++) {
                lightgbmlib.floatArray_setitem(copy, i, labels[i]);
            }
            NativeBooster.check(lightgbmlib.LGBM_DatasetSetField(pointer(), "label",
                    lightgbmlib.float_to_voidp_ptr(copy), labels.length, lightgbmlib.C_API_DTYPE_FLOAT32));
        } finally {
            lightgbmlib.delete_floatArray(copy);
        }
    }

    /** Numbers in the library's memory, to be deleted by the caller. */
    static SWIGTYPE_p_double copy(double[] numbers) {
        SWIGTYPE_p_double copy = lightgbmlib.new_doubleArray(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            lightgbmlib.doubleArray_setitem(copy, i, numbers[i]);
        }
        return copy;
    }

    SWIGTYPE_p_void pointer() {
        return lightgbmlib.voidpp_value(handle);
    }

    @Override
    public void close() {
        NativeBooster.check(lightgbmlib.LGBM_DatasetFree(pointer()));
        lightgbmlib.delete_voidpp(handle);
    }
}
