package org.portcullis.engine.rules.gate;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.gate.SpunMethods.Five;
import org.portcullis.engine.rules.gate.SpunMethods.Four;
import org.portcullis.engine.rules.gate.SpunMethods.One;
import org.portcullis.engine.rules.gate.SpunMethods.Three;
import org.portcullis.engine.rules.gate.SpunMethods.Two;

/**
 * One call that a rule makes on its recorder: {@code checks.atMost( "code", actual, limit, REASON )}.
 *
 * @param call    how it is called
 * @param method  the method behind the call
 * @param written what it is given, to be written as code
 * @param arguments the same, to be read
 */
record Statement(Object call, Method method, List<Expression> written, Expression.Value[] arguments) {

    static Statement of(Object call, Method method, List<Expression> arguments) {
        return new Statement(call, method, List.copyOf(arguments),
                arguments.stream().map(Expression::value).toArray(Expression.Value[]::new));
    }

    /** The arguments for these facts; null when one of them is nothing. */
    Object @Nullable [] about(@Nullable Object[] facts) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            Object value = arguments[i].from(facts);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    /** Makes the call. */
    void make(Object recorder, Object[] with) {
        if (call instanceof Four four) {
            four.call(recorder, with[0], with[1], with[2], with[3]);
        } else if (call instanceof Five five) {
            five.call(recorder, with[0], with[1], with[2], with[3], with[4]);
        } else if (call instanceof Three three) {
            three.call(recorder, with[0], with[1], with[2]);
        } else if (call instanceof Two two) {
            two.call(recorder, with[0], with[1]);
        } else {
            ((One) call).call(recorder, with[0]);
        }
    }
}
