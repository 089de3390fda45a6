package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2D;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.L2D;
import static org.objectweb.asm.Opcodes.NEW;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.portcullis.engine.rules.gate.Insertion.Argument;

/**
 * Writes the making of one inserted fact as a class of its own: fields are read and passed on as they are, where the
 * general way puts each into an object and the objects into an array. Some rules fire on every bar.
 */
final class InsertionWriter {

    private static final int SLOTS = 1;

    /** Makes the fact. */
    interface Maker {

        /** @throws RuntimeException of the fact, when it refuses the values */
        Object make(@Nullable Object[] slots);
    }

    private InsertionWriter() {
    }

    /** How the fact is made; null when some argument cannot be written. */
    static @Nullable Maker of(Constructor<?> made, List<Argument> arguments) {
        boolean within = WrittenClass.isReached(made.getDeclaringClass()) && Modifier.isPublic(made.getModifiers());
        for (int i = 0; i < arguments.size(); i++) {
            within &= isWritable(arguments.get(i), made.getParameterTypes()[i]);
        }
        if (!within) {
            return null;
        }
        return WrittenClass.of(Maker.class, writer -> write(writer, made, arguments));
    }

    private static boolean isWritable(Argument argument, Class<?> parameter) {
        Method getter = argument.getter();
        if (getter != null) {
            return WrittenClass.isReached(getter.getDeclaringClass()) && getter.getReturnType() == argument.type()
                    && (argument.type().isPrimitive() || parameter.isAssignableFrom(argument.type()));
        }
        Object constant = argument.constant();
        return argument.slot() < 0 ? constant instanceof String || constant instanceof Integer
                || constant instanceof Enum<?> one && WrittenClass.isReached(one.getDeclaringClass())
                : argument.whole() && WrittenClass.isReached(argument.type());
    }

    private static void write(ClassWriter writer, Constructor<?> made, List<Argument> arguments) {
        MethodVisitor make = writer.visitMethod(ACC_PUBLIC, "make", "([Ljava/lang/Object;)Ljava/lang/Object;", null,
                null);
        make.visitCode();
        make.visitTypeInsn(NEW, Type.getInternalName(made.getDeclaringClass()));
        make.visitInsn(DUP);
        for (int i = 0; i < arguments.size(); i++) {
            argument(make, arguments.get(i), made.getParameterTypes()[i]);
        }
        make.visitMethodInsn(INVOKESPECIAL, Type.getInternalName(made.getDeclaringClass()), "<init>",
                Type.getConstructorDescriptor(made), false);
        make.visitInsn(ARETURN);
        make.visitMaxs(0, 0);
        make.visitEnd();
    }

    private static void argument(MethodVisitor to, Argument argument, Class<?> parameter) {
        Method getter = argument.getter();
        if (argument.slot() < 0) {
            constant(to, argument.constant());
        } else {
            to.visitVarInsn(ALOAD, SLOTS);
            to.visitLdcInsn(argument.slot());
            to.visitInsn(AALOAD);
            to.visitTypeInsn(CHECKCAST, Type.getInternalName(getter == null
                    ? argument.type() : getter.getDeclaringClass()));
        }
        if (getter != null) {
            if (getter.getParameterCount() == 1) {
                to.visitLdcInsn(String.valueOf(argument.constant()));
            }
            boolean open = getter.getDeclaringClass().isInterface();
            to.visitMethodInsn(open ? INVOKEINTERFACE : INVOKEVIRTUAL,
                    Type.getInternalName(getter.getDeclaringClass()), getter.getName(),
                    Type.getMethodDescriptor(getter), open);
        }
        widen(to, argument.type(), parameter);
    }

    private static void constant(MethodVisitor to, @Nullable Object constant) {
        if (constant instanceof Enum<?> one) {
            to.visitFieldInsn(GETSTATIC, Type.getInternalName(one.getDeclaringClass()), one.name(),
                    Type.getDescriptor(one.getDeclaringClass()));
        } else {
            to.visitLdcInsn(constant);
        }
    }

    private static void widen(MethodVisitor to, Class<?> given, Class<?> parameter) {
        if (given == int.class && parameter == long.class) {
            to.visitInsn(I2L);
        } else if (given == int.class && parameter == double.class) {
            to.visitInsn(I2D);
        } else if (given == long.class && parameter == double.class) {
            to.visitInsn(L2D);
        }
    }
}
