package org.portcullis.engine.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/**
 * What a rule file says outside its rules.
 *
 * @param drlPackage its package; empty when it names none
 * @param imports    full names of imported types, in order
 * @param globals    what its rules write into, in order
 */
public record DrlHeader(String drlPackage, List<String> imports, List<Global> globals) {

    public DrlHeader {
        imports = List.copyOf(imports);
        globals = List.copyOf(globals);
    }

    /**
     * A global.
     *
     * @param type its type as written
     * @param name its name
     */
    public record Global(String type, String name) {
    }

    /** As Drools reads it. */
    static DrlHeader of(PackageDescr tree) {
        return new DrlHeader(String.valueOf(tree.getName()),
                tree.getImports().stream().map(ImportDescr::getTarget).toList(),
                tree.getGlobals().stream().map(each -> new Global(each.getType(), each.getIdentifier())).toList());
    }

    /** As its words say; null when they say anything but one package, imports of types, and globals. */
    static @Nullable DrlHeader of(List<DrlWord> words) {
        String drlPackage = "";
        List<String> imports = new ArrayList<>();
        List<Global> globals = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            DrlWord keyword = words.get(at);
            String name = name(words, at + 1);
            int next = at + 1 + length(name);
            if (name.isEmpty()) {
                return null;
            } else if (keyword.is("package") && at == 0) {
                drlPackage = name;
            } else if (keyword.is("import") && Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1))) {
                imports.add(name);
            } else if (keyword.is("global") && next < words.size() && words.get(next).kind() == Kind.NAME) {
                globals.add(new Global(name, words.get(next).text()));
                next++;
            } else {
                return null;
            }
            at = next < words.size() && words.get(next).is(";") ? next + 1 : next;
        }
        return new DrlHeader(drlPackage, imports, globals);
    }

    /** Names with dots between from that word on; empty when there is none. */
    private static String name(List<DrlWord> words, int from) {
        if (from >= words.size() || words.get(from).kind() != Kind.NAME) {
            return "";
        }
        StringBuilder name = new StringBuilder(words.get(from).text());
        for (int at = from + 1; at + 1 < words.size() && words.get(at).is(".")
                && words.get(at + 1).kind() == Kind.NAME; at += 2) {
            name.append('.').append(words.get(at + 1).text());
        }
        return name.toString();
    }

    /** Of how many words the name consists. */
    private static int length(String name) {
        int words = 1;
        for (int i = 0; i < name.length(); i++) {
            words += name.charAt(i) == '.' ? 2 : 0;
        }
        return words;
    }
}
