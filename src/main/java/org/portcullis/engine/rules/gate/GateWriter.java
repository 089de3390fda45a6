package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.F2D;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.L2D;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LRETURN;
import static org.objectweb.asm.Opcodes.LSTORE;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes a {@link GateProgram} as a class of its own: the just-in-time compiler then sees plain comparisons of fields
 * instead of tables of them. The class lives as long as its version of the rules.
 */
final class GateWriter {

    private static final String SHORT = "(JJ)Z";
    private static final String NUMBERS = "(DD)Z";
    private static final String OTHERS = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
    private static final String COMPARED = Type.getInternalName(Compared.class);
    private static final int SLOTS = 1;
    private static final int PRESENT = 2;
    private static final int MASK = 4;
    private static final int FIRST_FACT = 6;

    private final Class<?>[] types;
    private final RuleGate[] rules;

    private GateWriter(Class<?>[] types, RuleGate[] rules) {
        this.types = types;
        this.rules = rules;
    }

    /** The program of these rules; null when there are too many, or a type cannot be reached from here. */
    static @Nullable GateProgram of(Class<?>[] types, RuleGate[] rules) {
        boolean within = types.length < Long.SIZE - 1 && rules.length < Long.SIZE;
        for (Class<?> type : types) {
            within &= WrittenClass.isReached(type);
        }
        if (!within) {
            return null;
        }
        GateWriter written = new GateWriter(types, rules);
        return WrittenClass.of(GateProgram.class, writer -> {
            written.question(writer, "mayFire", "may");
            written.question(writer, "surelyFires", "surely");
        });
    }

    private void question(ClassWriter writer, String name, String how) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, "([Ljava/lang/Object;J)J", null, null);
        method.visitCode();
        body(method, how);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void body(MethodVisitor to, String how) {
        for (int slot = 0; slot < types.length; slot++) {
            to.visitVarInsn(ALOAD, SLOTS);
            to.visitLdcInsn(slot);
            to.visitInsn(AALOAD);
            to.visitTypeInsn(CHECKCAST, Type.getInternalName(types[slot]));
            to.visitVarInsn(ASTORE, FIRST_FACT + slot);
        }
        to.visitLdcInsn(0L);
        to.visitVarInsn(LSTORE, MASK);
        for (int i = 0; i < rules.length; i++) {
            rule(to, rules[i], 1L << i, how);
        }
        to.visitVarInsn(LLOAD, MASK);
        to.visitInsn(LRETURN);
    }

    private void rule(MethodVisitor to, RuleGate rule, long bit, String how) {
        Label not = new Label();
        if (rule.needed() != 0) {
            to.visitVarInsn(LLOAD, PRESENT);
            to.visitLdcInsn(rule.needed());
            to.visitInsn(LAND);
            to.visitLdcInsn(rule.needed());
            to.visitInsn(LCMP);
            to.visitJumpInsn(IFNE, not);
        }
        for (RuleGate.Pattern pattern : rule.patterns()) {
            for (Condition condition : pattern.conditions()) {
                condition(to, condition, how);
                to.visitJumpInsn(IFEQ, not);
            }
        }
        to.visitVarInsn(LLOAD, MASK);
        to.visitLdcInsn(bit);
        to.visitInsn(LOR);
        to.visitVarInsn(LSTORE, MASK);
        to.visitLabel(not);
    }

    private void condition(MethodVisitor to, Condition condition, String how) {
        operand(to, condition.left(), condition.kind());
        operand(to, condition.right(), condition.kind());
        String form = switch (condition.kind()) {
            case WHOLE -> SHORT;
            case NUMBER -> NUMBERS;
            case OTHER -> OTHERS;
        };
        to.visitMethodInsn(INVOKESTATIC, COMPARED, how + condition.how().method(), form, false);
    }

    private void operand(MethodVisitor to, Operand operand, Operand.Kind as) {
        Method getter = operand.getter();
        if (getter != null) {
            to.visitVarInsn(ALOAD, FIRST_FACT + operand.slot());
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
