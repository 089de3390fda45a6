package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.POP;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.portcullis.engine.rules.gate.RuleGate.Pattern;

/**
 * Writes the rules of a group as one method: comparisons and calls of the recorder, as a person would write them. It
 * answers as {@link RecordingRun} does, which reads the same from tables.
 */
final class RecordingWriter {

    /** The just-in-time compiler leaves longer methods alone. */
    private static final int RULES_MAX = 60;
    private static final int SLOTS = 1;
    private static final int GIVEN = 2;
    private static final int FIRED = 3;
    private static final int RECORDER = 4;
    private static final int FIRST_FACT = 5;

    private final Class<?>[] types;
    private final int[] variables;
    private final ConditionWriter conditions;

    private RecordingWriter(Class<?>[] types) {
        this.types = types;
        this.variables = new int[types.length];
        this.conditions = new ConditionWriter(types, variables);
    }

    /** The program of these rules; null when something of them cannot be written. */
    static @Nullable RecordingProgram of(Class<?>[] types, Class<?> recorder, RecordingRule[] rules) {
        boolean within = rules.length <= RULES_MAX && WrittenClass.isReached(recorder);
        for (RecordingRule rule : rules) {
            within &= rule.statements().stream().allMatch(StatementWriter::isWritable);
            for (Pattern pattern : rule.patterns()) {
                within &= WrittenClass.isReached(types[pattern.slot()]);
            }
        }
        return within ? WrittenClass.of(RecordingProgram.class,
                writer -> new RecordingWriter(types).write(writer, recorder, rules)) : null;
    }

    private void write(ClassWriter writer, Class<?> recorder, RecordingRule[] rules) {
        MethodVisitor to = writer.visitMethod(ACC_PUBLIC, "record",
                "([Ljava/lang/Object;Ljava/lang/Object;Ljava/util/List;)Z", null, null);
        to.visitCode();
        to.visitVarInsn(ALOAD, GIVEN);
        to.visitTypeInsn(CHECKCAST, Type.getInternalName(recorder));
        to.visitVarInsn(ASTORE, RECORDER);
        Label unknown = new Label();
        for (RecordingRule rule : rules) {
            write(to, rule, unknown);
        }
        to.visitInsn(ICONST_1);
        to.visitInsn(IRETURN);
        to.visitLabel(unknown);
        to.visitInsn(ICONST_0);
        to.visitInsn(IRETURN);
        to.visitMaxs(0, 0);
        to.visitEnd();
    }

    private void write(MethodVisitor to, RecordingRule rule, Label unknown) {
        Label next = new Label();
        int variable = FIRST_FACT;
        for (Pattern pattern : rule.patterns()) {
            variables[pattern.slot()] = variable;
            to.visitVarInsn(ALOAD, SLOTS);
            to.visitLdcInsn(pattern.slot());
            to.visitInsn(AALOAD);
            to.visitTypeInsn(CHECKCAST, Type.getInternalName(types[pattern.slot()]));
            to.visitVarInsn(ASTORE, variable);
            to.visitVarInsn(ALOAD, variable);
            to.visitJumpInsn(IFNULL, next);
            variable++;
            for (Condition condition : pattern.conditions()) {
                conditions.write(to, condition, "may");
                to.visitJumpInsn(IFEQ, next);
            }
            for (Condition condition : pattern.conditions()) {
                if (condition.kind() != Operand.Kind.WHOLE) { // of whole numbers every answer is certain
                    conditions.write(to, condition, "surely");
                    to.visitJumpInsn(IFEQ, unknown);
                }
            }
        }
        for (Statement statement : rule.statements()) {
            StatementWriter.write(to, statement, RECORDER, variables);
        }
        to.visitVarInsn(ALOAD, FIRED);
        to.visitLdcInsn(rule.name());
        to.visitMethodInsn(INVOKEINTERFACE, "java/util/List", "add", "(Ljava/lang/Object;)Z", true);
        to.visitInsn(POP);
        to.visitLabel(next);
    }
}
