package org.portcullis.guard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings as the sources declare them: groups in {@code @ConfigurationProperties} records, single ones by name. */
final class JavaSettings {

    private static final Pattern GROUP = Pattern.compile(
            "(?s)(/\\*\\*(?:(?!\\*/).)*\\*/)\\s*"
            + "(?:@\\w+(?:\\([^)]*\\))?\\s*)*@ConfigurationProperties\\(\"([\\w.-]+)\"\\)"
            + "\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public )?record \\w+\\((.*?)\\)\\s*\\{");
    private static final Pattern COMPONENT = Pattern.compile(
            "(?s)((?:@\\w+(?:\\((?:[^()\"]|\"[^\"]*\")*\\))?\\s*)*)([\\w<>.,?\\[\\] ]+?)\\s+(\\w+)\\s*(?:,|$)");
    private static final Pattern DEFAULT = Pattern.compile("@DefaultValue\\((?:\"([^\"]*)\")?[^)]*\\)");
    private static final Pattern SINGLE = Pattern.compile("\\$\\{(portcullis\\.[a-z0-9.-]+)");

    private JavaSettings() {
    }

    /** One member of a group. */
    record Member(String key, String fallback, String meaning) {
    }

    /** Every member of every group below a folder. */
    static List<Member> members(Path sources) {
        List<Member> members = new ArrayList<>();
        for (Path file : Repository.files(sources, ".java")) {
            for (Matcher group = GROUP.matcher(Repository.text(file)); group.find();) {
                for (Matcher part = COMPONENT.matcher(group.group(3).strip()); part.find();) {
                    Matcher fallback = DEFAULT.matcher(part.group(1));
                    String value = fallback.find() ? "`" + fallback.group(1) + "`" : part.group(2).strip()
                            .equals("boolean") ? "`false`" : "none";
                    members.add(new Member(group.group(2) + "." + kebab(part.group(3)),
                            value.equals("``") || value.equals("`null`") ? "empty" : value,
                            meaning(group.group(1), part.group(3))));
                }
            }
        }
        return members.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
    }

    /** Keys that sources and configuration name one by one. */
    static TreeSet<String> singles(Path... folders) {
        TreeSet<String> keys = new TreeSet<>();
        Stream.of(folders).flatMap(folder -> Repository.files(folder, ".java", ".yaml").stream())
                .forEach(file -> SINGLE.matcher(Repository.text(file)).results()
                .forEach(hit -> keys.add(hit.group(1))));
        return keys;
    }

    private static String meaning(String javadoc, String component) {
        Matcher param = Pattern.compile("(?s)@param " + component
                + "\\s+(.*?)(?=\\n\\s*\\*\\s*@\\w|\\*/)").matcher(javadoc);
        return param.find() ? param.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replace("|", "\\|").strip() : "";
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
