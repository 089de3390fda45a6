package org.portcullis.guard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * Reads one class file for {@code float} and {@code double}: declared types, generic types, and every instruction that
 * loads, stores, computes, converts or pushes one. A fraction of another room that is merely passed on is no fault.
 */
final class FractionFinder extends ClassVisitor {

    private static final Pattern BOXED = Pattern.compile("Ljava/lang/(Double|Float);");
    private static final Pattern PRIMITIVE = Pattern.compile("(?:^|[(;)\\[BCFDIJSZV])[DF]");
    private static final Pattern OPCODE_NAME = Pattern.compile(
            "[DF](CONST|LOAD|STORE|ADD|SUB|MUL|DIV|REM|NEG|CMP|RETURN).*|[ILFD]2[FD]|[DF]2[IL]|[DF]A(LOAD|STORE)");
    private static final Pattern LEAK = Pattern.compile(
            "doubleValue|floatValue|parseDouble|parseFloat|asDouble|getDouble");
    private static final Set<Integer> OPCODES = fractionOpcodes();

    private final String type;
    private final Set<String> faults = new LinkedHashSet<>();

    FractionFinder(String type) {
        super(SpringAsmInfo.ASM_VERSION);
        this.type = type;
    }

    /** One line each. */
    List<String> faults() {
        return faults.stream().map(place -> type + ": " + place
                + " is float or double; a binary fraction cannot hold 0.1, "
                + "use Price, Quantity, Money, Percent or a long with FixedPoint").toList();
    }

    @Override
    public @Nullable FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
            @Nullable Object value) {
        if (fraction(descriptor, signature)) {
            faults.add("field " + name);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        if (fraction(descriptor, signature)) {
            faults.add("parameter or result of method " + name);
        }
        return new Body(name);
    }

    private static boolean fraction(String descriptor, @Nullable String signature) {
        String names = descriptor.replaceAll("L[^;]+;", ";");
        return PRIMITIVE.matcher(names).find() || BOXED.matcher(descriptor).find()
                || signature != null && BOXED.matcher(signature).find();
    }

    private static Set<Integer> fractionOpcodes() {
        Set<Integer> codes = new LinkedHashSet<>();
        for (var field : Opcodes.class.getFields()) {
            if (OPCODE_NAME.matcher(field.getName()).matches() && field.getType() == int.class) {
                try {
                    codes.add(field.getInt(null));
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException("constants of an interface are public", impossible);
                }
            }
        }
        return codes;
    }

    /** The instructions of one method. */
    private final class Body extends MethodVisitor {

        private final String method;

        Body(String method) {
            super(SpringAsmInfo.ASM_VERSION);
            this.method = method;
        }

        @Override
        public void visitInsn(int opcode) {
            note(OPCODES.contains(opcode));
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            note(OPCODES.contains(opcode));
        }

        @Override
        public void visitLdcInsn(Object constant) {
            note(constant instanceof Double || constant instanceof Float);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
            if (LEAK.matcher(name).matches()) {
                faults.add("call of " + name + " in method " + method);
            }
        }

        private void note(boolean fraction) {
            if (fraction) {
                faults.add("local value or constant in method " + method);
            }
        }
    }
}
