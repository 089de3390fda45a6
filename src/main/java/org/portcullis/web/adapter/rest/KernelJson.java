package org.portcullis.web.adapter.rest;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/** Writes amounts as decimal text, so that no reader loses digits to a floating-point number. */
public final class KernelJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public KernelJson() {
        super("portcullis-kernel");
        for (Class<?> word : new Class<?>[] {Money.class, Price.class, Quantity.class, Percent.class,
                InstrumentId.class}) {
            addSerializer(word, ToStringSerializer.instance);
        }
    }
}
