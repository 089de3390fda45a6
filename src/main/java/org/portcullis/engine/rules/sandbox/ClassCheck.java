package org.portcullis.engine.rules.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleSandbox;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * Reads the compiled class of a rule, which is what will run, and names everything in it that rules may not touch: a
 * type outside the allow-list, a class object, a loop, a lock, an extra method or field, a static initialiser.
 */
public final class ClassCheck {

    private static final String CONTEXT = "org/drools/base/rule/consequence/ConsequenceContext";
    private static final String HELPER = "org/drools/core/rule/consequence/KnowledgeHelper";
    private static final Set<String> GENERATED = Set.of(CONTEXT, HELPER, "org/kie/api/runtime/rule/FactHandle",
            "java/lang/Exception");

    private final RuleSandbox sandbox;
    private final List<String> found = new ArrayList<>();
    private String self = "";

    private ClassCheck(RuleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** What a compiled rule class does that it must not; empty when nothing. */
    public static List<String> violations(RuleSandbox sandbox, byte[] compiled) {
        ClassCheck check = new ClassCheck(sandbox);
        new ClassReader(compiled).accept(check.new Classes(), ClassReader.SKIP_DEBUG);
        return check.found.stream().distinct().toList();
    }

    private void type(String internalName) {
        if (!internalName.equals(self) && !GENERATED.contains(internalName)
                && !sandbox.allowsType(internalName.replace('/', '.'))) {
            found.add("touches " + internalName.replace('/', '.') + ", which is outside the allow-list");
        }
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> type(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> { }
        }
    }

    private final class Classes extends ClassVisitor {

        Classes() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, @Nullable String signature, @Nullable String parent,
                          String @Nullable [] interfaces) {
            self = name;
            if (!"java/lang/Object".equals(parent) || interfaces != null && interfaces.length > 0) {
                found.add("is not a plain rule class");
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
                                                 @Nullable Object value) {
            if (!name.equals("serialVersionUID") || !(value instanceof Long)) {
                found.add("declares the field " + name);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
                                         String @Nullable [] exceptions) {
            if (!name.equals("<init>") && !name.equals("defaultConsequence")) {
                found.add("declares the method " + name);
            }
            type(Type.getMethodType(descriptor));
            return new Instructions();
        }
    }

    private final class Instructions extends MethodVisitor {

        private final List<Label> passed = new ArrayList<>();

        Instructions() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                found.add("loops");
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.ATHROW) {
                found.add("takes a lock or throws");
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String name) {
            type(Type.getObjectType(name));
            if (opcode == Opcodes.NEW && !sandbox.allowsNew(name.replace('/', '.'))) {
                found.add("makes a new " + name.replace('/', '.') + ": take it from a fact");
            }
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            type(Type.getType(descriptor));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            type(Type.getObjectType(owner));
            type(Type.getType(descriptor));
            if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
                found.add("writes the field " + owner.replace('/', '.') + "." + name);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean context = owner.equals(CONTEXT) || owner.equals(HELPER);
            if (context && !(name.equals("insert") && descriptor.startsWith("(Ljava/lang/Object;)"))) {
                found.add("calls " + name + " of the rule engine");
            } else if (!context && !sandbox.allowsMember(name)) {
                found.add("calls " + owner.replace('/', '.') + "." + name + ", which is outside the allow-list");
            }
            type(Type.getObjectType(owner));
            type(Type.getMethodType(descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (!bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
                found.add("uses a lambda or method reference");
            }
            type(Type.getMethodType(descriptor));
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type || value instanceof Handle) {
                found.add("uses a class object");
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            found.add("catches exceptions");
        }
    }
}
