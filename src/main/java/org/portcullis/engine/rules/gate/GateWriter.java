package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.LAND;
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

    private static final String MAY = "may";
    private static final int SLOTS = 1;
    /** Of the first question the slots that hold a fact, of the second the rules that may fire. */
    private static final int BITS = 2;
    private static final int MASK = 4;
    private static final int FIRST_FACT = 6;

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
        return WrittenClass.of(GateProgram.class, writer -> {
            written.question(writer, "mayFire", MAY);
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
        long wanted = how.equals(MAY) ? rule.needed() : bit;
        if (wanted != 0) {
            to.visitVarInsn(LLOAD, BITS);
            to.visitLdcInsn(wanted);
            to.visitInsn(LAND);
            to.visitLdcInsn(wanted);
            to.visitInsn(LCMP);
            to.visitJumpInsn(IFNE, not);
        }
        for (RuleGate.Pattern pattern : rule.patterns()) {
            for (Condition condition : pattern.conditions()) {
                conditions.write(to, condition, how);
                to.visitJumpInsn(IFEQ, not);
            }
        }
        to.visitVarInsn(LLOAD, MASK);
        to.visitLdcInsn(bit);
        to.visitInsn(LOR);
        to.visitVarInsn(LSTORE, MASK);
        to.visitLabel(not);
    }
}
