package org.portcullis.guard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of {@code docs/FEATURES.md} against the checkout around it.
 *
 * @param root folder of the checkout
 * @param rows the rows in the order of the document
 */
record Features(Path root, List<Row> rows) {

    static final Pattern ID = Pattern.compile("\\bS(?:[0-4]|X)-[A-Z0-9]+(?:-[A-Z0-9]+)?(?![A-Za-z0-9-])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (S(?:[0-4]|X)-[\\w-]+) \\|(.*)\\|$");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\.\\./([^)]+)\\)");
    private static final Pattern DISPLAY_NAME =
            Pattern.compile("@DisplayName\\(((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)\\)");

    /** One row; the last three hold links to files. */
    record Row(String id, String what, String state, String rule, String code, String test) {
        boolean works() {
            return state.equals("works");
        }
    }

    /** Reads the document of a checkout. */
    static Features of(Path root) {
        List<Row> rows = new ArrayList<>();
        for (Matcher row = ROW.matcher(Repository.text(document(root))); row.find();) {
            String[] cells = (row.group(2) + " ").split("\\|", -1);
            if (cells.length != 5) {
                throw new IllegalStateException("row " + row.group(1) + " of FEATURES.md needs six cells");
            }
            rows.add(new Row(row.group(1), cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(),
                    cells[4].strip()));
        }
        return new Features(root, rows);
    }

    static Path document(Path root) {
        return root.resolve("docs/FEATURES.md");
    }

    /** What "works" rows promise and the checkout does not keep, and states that are neither word. */
    List<String> brokenPromises() {
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            if (!row.works() && !row.state().equals("not yet")) {
                faults.add(row.id() + " has state \"" + row.state() + "\"; say works or not yet");
            }
            if (row.works()) {
                promises(row, faults);
            }
        }
        return faults;
    }

    private void promises(Row row, List<String> faults) {
        if (files(row.rule()).isEmpty() && files(row.code()).isEmpty()) {
            faults.add(row.id() + " works but names neither rule nor code");
        }
        if (files(row.test()).isEmpty()) {
            faults.add(row.id() + " works but names no test; what is not shown does not work");
        }
        Stream.of(row.rule(), row.code(), row.test()).flatMap(cell -> files(cell).stream()).forEach(name -> {
            Path file = root.resolve(name);
            if (!Files.isRegularFile(file)) {
                faults.add(row.id() + " names " + name + ", which does not exist");
            } else if (!mentions(Repository.text(file), row.id())) {
                faults.add(row.id() + " names " + name + ", which does not carry the id; put it into a comment there");
            }
        });
        for (String name : files(row.test())) {
            Path file = root.resolve(name);
            if (Files.isRegularFile(file) && !mentions(displayNames(Repository.text(file)), row.id())) {
                faults.add(row.id() + " names the test " + name + ", which has no @DisplayName with the id");
            }
        }
    }

    /** Ids in sources, rules, workflows and routes that the document does not know. */
    List<String> unknownIds() {
        List<String> known = rows.stream().map(Row::id).toList();
        List<String> faults = new ArrayList<>();
        for (Path file : sources()) {
            TreeSet<String> found = new TreeSet<>();
            ID.matcher(Repository.text(file)).results().map(hit -> hit.group()).forEach(found::add);
            found.removeAll(known);
            found.forEach(id -> faults.add(root.relativize(file).toString().replace('\\', '/') + " speaks of " + id
                    + ", which is no row of docs/FEATURES.md; mend the id or add the row"));
        }
        return faults;
    }

    /** The document with the last three cells of every "works" row filled in from the checkout. */
    String filledIn() {
        String text = Repository.text(document(root));
        for (Row row : rows) {
            if (row.works()) {
                List<Path> carrying = sources().stream().filter(file -> mentions(Repository.text(file), row.id()))
                        .toList();
                String line = "| %s | %s | works | %s | %s | %s |".formatted(row.id(), row.what(),
                        links(carrying, "rules/", "workflows/", "routes/"), links(carrying, "src/main/", "webapp/"),
                        links(carrying.stream().filter(file -> mentions(displayNames(Repository.text(file)), row.id()))
                                .toList(), "src/test/"));
                text = text.replaceFirst("(?m)^\\| " + row.id() + " \\|.*$", Matcher.quoteReplacement(line));
            }
        }
        return text;
    }

    private String links(List<Path> files, String... below) {
        return files.stream().map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(name -> Stream.of(below).anyMatch(name::startsWith))
                .map(name -> "[" + name.replaceFirst(".*/", "").replaceFirst("\\.java$", "") + "](../" + name + ")")
                .collect(Collectors.joining(" "));
    }

    private List<Path> sources() {
        return Stream.of("src/main", "src/test", "rules", "workflows", "routes", "webapp").map(root::resolve)
                .flatMap(folder -> Repository.files(folder, ".java", ".drl", ".csv", ".yaml", ".bpmn", ".sql", ".html",
                        ".js").stream())
                .filter(file -> !file.toString().replace('\\', '/').contains("/guard/samples/")).toList();
    }

    private static String displayNames(String text) {
        return DISPLAY_NAME.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.joining("\n"));
    }

    private static boolean mentions(String text, String id) {
        return Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(id) + "(?![A-Za-z0-9-])").matcher(text).find();
    }

    private static List<String> files(String cell) {
        return LINK.matcher(cell).results().map(hit -> hit.group(1)).toList();
    }
}
