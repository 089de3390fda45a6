package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LRETURN;
import static org.objectweb.asm.Opcodes.LSTORE;

import java.util.Arrays;
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

    private static final int SLOTS = 1;
    private static final int PRESENT = 2;
    private static final int ANSWER = 4;
    private static final int MAY = 5;
    private static final int SURELY = 7;
    private static final int FIRST_FACT = 9;

    private final Class<?>[] types;
    private final RuleGate[] rules;
    private final ConditionWriter conditions;

    private GateWriter(Class<?>[] types, RuleGate[] rules) {
        this.types = types;
        this.rules = rules;
        int[] variables = new int[types.length];
        Arrays.setAll(variables, slot -> FIRST_FACT + slot);
        this.conditions = new ConditionWriter(types, variables);
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
        return WrittenClass.of(GateProgram.class, written::ask);
    }

    private void ask(ClassWriter writer) {
        MethodVisitor to = writer.visitMethod(ACC_PUBLIC, "ask", "([Ljava/lang/Object;J[J)J", null, null);
        to.visitCode();
        for (int slot = 0; slot < types.length; slot++) {
            to.visitVarInsn(ALOAD, SLOTS);
            to.visitLdcInsn(slot);
            to.visitInsn(AALOAD);
            to.visitTypeInsn(CHECKCAST, Type.getInternalName(types[slot]));
            to.visitVarInsn(ASTORE, FIRST_FACT + slot);
        }
        to.visitLdcInsn(0L);
        to.visitVarInsn(LSTORE, MAY);
        to.visitLdcInsn(0L);
        to.visitVarInsn(LSTORE, SURELY);
        rules(to);
        to.visitVarInsn(ALOAD, ANSWER);
        to.visitLdcInsn(0);
        to.visitVarInsn(LLOAD, SURELY);
        to.visitInsn(LASTORE);
        to.visitVarInsn(LLOAD, MAY);
        to.visitInsn(LRETURN);
        to.visitMaxs(0, 0);
        to.visitEnd();
    }

    /** Rules that need the same facts mostly stand together: whether these are there is asked once for all of them. */
    private void rules(MethodVisitor to) {
        for (int i = 0; i < rules.length;) {
            long needed = rules[i].needed();
            Label next = new Label();
            unless(to, needed, next);
            for (; i < rules.length && rules[i].needed() == needed; i++) {
                rule(to, rules[i], 1L << i);
            }
            to.visitLabel(next);
        }
    }

    /** Goes on elsewhere when not all of these facts are there. */
    private static void unless(MethodVisitor to, long needed, Label otherwise) {
        if (needed != 0) {
            to.visitVarInsn(LLOAD, PRESENT);
            to.visitLdcInsn(needed);
            to.visitInsn(LAND);
            to.visitLdcInsn(needed);
            to.visitInsn(LCMP);
            to.visitJumpInsn(IFNE, otherwise);
        }
    }

    private void rule(MethodVisitor to, RuleGate rule, long bit) {
        Label not = new Label();
        for (RuleGate.Pattern pattern : rule.patterns()) {
            for (Condition condition : pattern.conditions()) {
                conditions.write(to, condition, "may");
                to.visitJumpInsn(IFEQ, not);
            }
        }
        set(to, MAY, bit);
        for (RuleGate.Pattern pattern : rule.patterns()) {
            for (Condition condition : pattern.conditions()) {
                if (!condition.certain()) {
                    conditions.write(to, condition, "surely");
                    to.visitJumpInsn(IFEQ, not);
                }
            }
        }
        set(to, SURELY, bit);
        to.visitLabel(not);
    }

    private static void set(MethodVisitor to, int mask, long bit) {
        to.visitVarInsn(LLOAD, mask);
        to.visitLdcInsn(bit);
        to.visitInsn(LOR);
        to.visitVarInsn(LSTORE, mask);
    }
}
