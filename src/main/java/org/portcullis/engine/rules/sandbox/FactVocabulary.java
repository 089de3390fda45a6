package org.portcullis.engine.rules.sandbox;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.portcullis.engine.rules.RuleSandbox;

/**
 * The member names a condition may use: those that exist on the imported types, or on what they return, and that
 * everywhere there lead to an allowed type. Conditions are interpreted at run time, so names are all that can be
 * checked beforehand.
 */
final class FactVocabulary {

    private final RuleSandbox sandbox;
    private final Set<String> good = new HashSet<>();
    private final Set<String> bad = new HashSet<>();

    FactVocabulary(RuleSandbox sandbox, Collection<Class<?>> imported) {
        this.sandbox = sandbox;
        Set<Class<?>> seen = new HashSet<>(imported);
        Deque<Class<?>> open = new ArrayDeque<>(imported);
        while (!open.isEmpty()) {
            learn(open.remove(), seen, open);
        }
    }

    /** Whether a condition may write {@code name}, as a property or as a method. */
    boolean knows(String name) {
        String capital = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Set<String> readings = Set.of(name, "get" + capital, "is" + capital);
        return readings.stream().anyMatch(good::contains) && readings.stream().noneMatch(bad::contains)
                && readings.stream().allMatch(sandbox::allowsMember);
    }

    private void learn(Class<?> type, Set<Class<?>> seen, Deque<Class<?>> open) {
        for (Method method : type.getMethods()) {
            learn(method.getName(), method.getReturnType(), seen, open);
        }
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers()) || field.isEnumConstant()) {
                learn(field.getName(), field.getType(), seen, open);
            }
        }
    }

    private void learn(String name, Class<?> result, Set<Class<?>> seen, Deque<Class<?>> open) {
        Class<?> element = result;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isPrimitive()) {
            good.add(name);
        } else if (sandbox.allowsType(element.getName())) {
            good.add(name);
            if (seen.add(element)) {
                open.add(element);
            }
        } else {
            bad.add(name);
        }
    }
}
