package org.portcullis.engine.rules.gate;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** A class of its own that is written for one set of rules and lives as long as they. */
final class WrittenClass {

    private static final String OBJECT = "java/lang/Object";

    private WrittenClass() {
    }

    /**
     * An object of the class.
     *
     * @param shape   what it implements
     * @param methods writes the methods of that shape
     */
    static <T> T of(Class<T> shape, Consumer<ClassWriter> methods) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return OBJECT;
            }
        };
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, Type.getInternalName(WrittenClass.class) + "Code", null,
                OBJECT, new String[]{Type.getInternalName(shape)});
        MethodVisitor born = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        born.visitCode();
        born.visitVarInsn(ALOAD, 0);
        born.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        born.visitInsn(RETURN);
        born.visitMaxs(0, 0);
        born.visitEnd();
        methods.accept(writer);
        writer.visitEnd();
        try {
            return shape.cast(MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true).lookupClass()
                    .getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no class of " + shape + " can be written", impossible);
        }
    }

    /** Whether written code can name the type. */
    static boolean isReached(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && (type.getClassLoader() == null
                || type.getClassLoader() == WrittenClass.class.getClassLoader());
    }
}
