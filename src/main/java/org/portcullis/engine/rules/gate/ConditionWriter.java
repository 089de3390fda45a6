package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.F2D;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.L2D;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes comparisons of facts that lie in local variables. */
final class ConditionWriter {

    private static final String SHORT = "(JJ)Z";
    private static final String NUMBERS = "(DD)Z";
    private static final String OTHERS = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
    private static final String COMPARED = Type.getInternalName(Compared.class);
    private static final String DOUBLES = Type.getInternalName(ComparedDoubles.class);

    private final Class<?>[] types;
    private final int[] variables;

    /**
     * @param types     type of the fact in each slot
     * @param variables number of the local variable that holds it
     */
    ConditionWriter(Class<?>[] types, int[] variables) {
        this.types = types;
        this.variables = variables;
    }

    /**
     * Writes a comparison that leaves a truth value on the stack.
     *
     * @param how {@code may} or {@code surely}
     */
    void write(MethodVisitor to, Condition condition, String how) {
        operand(to, condition.left(), condition.kind());
        operand(to, condition.right(), condition.kind());
        String form = switch (condition.kind()) {
            case WHOLE -> SHORT;
            case NUMBER -> NUMBERS;
            case OTHER -> OTHERS;
        };
        to.visitMethodInsn(INVOKESTATIC, condition.exact() ? DOUBLES : COMPARED, how + condition.how().method(), form,
                false);
    }

    private void operand(MethodVisitor to, Operand operand, Operand.Kind as) {
        Method getter = operand.getter();
        if (getter != null) {
            to.visitVarInsn(ALOAD, variables[operand.slot()]);
            Class<?> owner = types[operand.slot()];
            if (getter.getParameterCount() == 1) {
                to.visitLdcInsn(String.valueOf(operand.constant()));
            }
            boolean open = owner.isInterface();
            to.visitMethodInsn(open ? INVOKEINTERFACE : INVOKEVIRTUAL, Type.getInternalName(owner), getter.getName(),
                    Type.getMethodDescriptor(getter), open);
            widen(to, getter.getReturnType(), as);
            return;
        }
        constant(to, operand.constant(), as);
    }

    private static void constant(MethodVisitor to, @Nullable Object constant, Operand.Kind as) {
        if (constant instanceof Long whole) {
            if (as == Operand.Kind.WHOLE) {
                to.visitLdcInsn(whole);
            } else {
                to.visitLdcInsn((double) whole);
            }
        } else if (constant instanceof Enum<?> one) {
            Class<?> type = one.getDeclaringClass();
            to.visitFieldInsn(GETSTATIC, Type.getInternalName(type), one.name(),
                    Type.getDescriptor(type));
        } else if (constant instanceof Boolean truth) {
            to.visitFieldInsn(GETSTATIC, "java/lang/Boolean", truth ? "TRUE" : "FALSE",
                    "Ljava/lang/Boolean;");
        } else {
            to.visitLdcInsn(String.valueOf(constant));
        }
    }

    private static void widen(MethodVisitor to, Class<?> given, Operand.Kind as) {
        if (as == Operand.Kind.OTHER) {
            if (given == boolean.class) {
                to.visitMethodInsn(INVOKESTATIC, "java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;", false);
            }
            return;
        }
        boolean small = given == int.class || given == short.class || given == byte.class;
        if (small) {
            to.visitInsn(I2L);
        }
        if (as == Operand.Kind.NUMBER) {
            if (given == float.class) {
                to.visitInsn(F2D);
            } else if (given != double.class) {
                to.visitInsn(L2D);
            }
        }
    }
}
