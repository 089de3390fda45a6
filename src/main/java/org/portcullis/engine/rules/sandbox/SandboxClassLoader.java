package org.portcullis.engine.rules.sandbox;

import java.util.Set;
import org.portcullis.engine.rules.RuleSandbox;

/**
 * The class loader above compiled rules: gives them the listed types and what Drools' generated code needs, and nothing
 * else. Resources stay readable, because the compiler reads class files to report errors well; a class that only the
 * compiler has seen still cannot be loaded.
 */
public final class SandboxClassLoader extends ClassLoader {

    private static final Set<String> NEEDED_BY_GENERATED_CODE = Set.of("java.lang.Class", "java.lang.Throwable",
            "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error", "java.lang.StringBuilder",
            "java.lang.invoke.StringConcatFactory", "java.lang.invoke.MethodHandles",
            "java.lang.invoke.MethodHandles$Lookup", "java.lang.invoke.MethodType", "java.lang.invoke.CallSite",
            "java.io.Serializable", "java.io.Externalizable");

    private final RuleSandbox sandbox;

    /**
     * A loader for one version of one rule base.
     *
     * @param application the loader that knows the facts and Drools
     * @param sandbox     what rules may name
     */
    public SandboxClassLoader(ClassLoader application, RuleSandbox sandbox) {
        super("rules", application);
        this.sandbox = sandbox;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isEngine(name) || NEEDED_BY_GENERATED_CODE.contains(name) || sandbox.allowsType(name)) {
            return super.loadClass(name, resolve);
        }
        throw new ClassNotFoundException(name + " is not on the list of types that rules may use");
    }

    private static boolean isEngine(String name) {
        return name.startsWith("org.drools.") || name.startsWith("org.kie.") || name.startsWith("org.mvel2.");
    }
}
