package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IXOR;
import static org.objectweb.asm.Opcodes.POP;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.portcullis.engine.rules.gate.Expression.Code;

/** Writes what a rule records: values are passed on as they are, where the general way puts each into an object. */
final class StatementWriter {

    private StatementWriter() {
    }

    /** Writes the call of the recorder in that local variable. */
    static void write(MethodVisitor to, Statement statement, int recorder, int[] variables) {
        to.visitVarInsn(ALOAD, recorder);
        for (Expression argument : statement.written()) {
            Objects.requireNonNull(argument.code()).push(to, variables);
        }
        call(to, statement.method());
    }

    /** Whether all of the call can be written. */
    static boolean isWritable(Statement statement) {
        return WrittenClass.isReached(statement.method().getDeclaringClass())
                && statement.written().stream().allMatch(argument -> argument.code() != null);
    }

    static @Nullable Code constant(Object constant) {
        if (constant instanceof Boolean truth) {
            return (to, variables) -> to.visitInsn(truth ? ICONST_1 : ICONST_0);
        }
        if (constant instanceof Enum<?> one) {
            Class<?> type = one.getDeclaringClass();
            return WrittenClass.isReached(type) ? (to, variables) -> to.visitFieldInsn(GETSTATIC,
                    Type.getInternalName(type), one.name(), Type.getDescriptor(type)) : null;
        }
        return constant instanceof String || constant instanceof Integer
                ? (to, variables) -> to.visitLdcInsn(constant) : null;
    }

    static Code fact(int slot) {
        return (to, variables) -> to.visitVarInsn(ALOAD, variables[slot]);
    }

    static @Nullable Code not(@Nullable Code flag) {
        return flag == null ? null : (to, variables) -> {
            flag.push(to, variables);
            to.visitInsn(ICONST_1);
            to.visitInsn(IXOR);
        };
    }

    /** What a method of the fact in that slot says; an object that is not there throws. */
    static @Nullable Code said(Method method, int slot, List<Expression> arguments) {
        if (!WrittenClass.isReached(method.getDeclaringClass())
                || arguments.stream().anyMatch(argument -> argument.code() == null)) {
            return null;
        }
        return (to, variables) -> {
            to.visitVarInsn(ALOAD, variables[slot]);
            for (Expression argument : arguments) {
                Objects.requireNonNull(argument.code()).push(to, variables);
            }
            call(to, method);
            if (!method.getReturnType().isPrimitive()) {
                to.visitInsn(DUP);
                to.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "requireNonNull",
                        "(Ljava/lang/Object;)Ljava/lang/Object;", false);
                to.visitInsn(POP);
            }
        };
    }

    private static void call(MethodVisitor to, Method method) {
        Class<?> owner = method.getDeclaringClass();
        boolean open = owner.isInterface();
        to.visitMethodInsn(open ? INVOKEINTERFACE : INVOKEVIRTUAL, Type.getInternalName(owner), method.getName(),
                Type.getMethodDescriptor(method), open);
    }
}
