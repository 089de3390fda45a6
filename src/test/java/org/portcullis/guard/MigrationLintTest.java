package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database keeps money whole, time in UTC and logs for good; its changes only go forward. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrationLintTest {

    private static final Path MIGRATIONS = Repository.HERE.resolve("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V\\d{3}__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern COUNTED = Pattern.compile("(?i)\\b(\\w+_e8)\\s+([a-z]+)");
    private static final Pattern DATED = Pattern.compile("(?im)^\\s*(\\w+_at)\\s+([a-z]+)");
    private static final Pattern APPROXIMATE = Pattern.compile("(?i)\\b(real|float\\d?|double\\s+precision|money)\\b");
    private static final Pattern GRANT = Pattern.compile("(?is)\\bgrant\\b(.+?)\\bon\\b(.+?)\\bto\\b");
    private static final List<String> NOT_TYPES = List.of("desc", "asc", "is", "in", "not", "and", "or", "set");

    @Test
    void every_migration_keeps_money_whole_and_logs_for_good() {
        assertThat(faults(MIGRATIONS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "add_fee.sql             | V<nnn>__<verb>_<object>.sql",
        "V001__create_a.sql      | starts without a comment",
        "V002__create_b.sql      | price_e8 is text",
        "V003__create_c.sql      | double precision",
        "V004__create_d.sql      | fills_log",
        "V005__create_e.sql      | ended_at is timestamp",
        "V006__create_f.sql      | all tables",
        "V002__create_b.sql      | same version"})
    void each_broken_migration_is_named_with_the_way_out(String file, String sentence) {
        assertThat(faults(Repository.sample("migrations")))
                .anySatisfy(fault -> assertThat(fault).startsWith("risk/" + file).contains(sentence));
    }

    @Test
    void a_good_migration_is_left_alone() {
        assertThat(faults(Repository.sample("migrations"))).noneMatch(fault -> fault.contains("V007"));
    }

    private static List<String> faults(Path folder) {
        List<String> faults = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        for (Path file : Repository.files(folder, ".sql")) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!NAME.matcher(file.getFileName().toString()).matches()) {
                faults.add(name + " is not named V<nnn>__<verb>_<object>.sql; migrations go forward only");
            }
            String version = file.getParent() + "/" + name.replaceFirst(".*/", "").split("__")[0];
            if (versions.contains(version)) {
                faults.add(name + " has the same version as another file of its folder; take the next number");
            }
            versions.add(version);
            content(name, Repository.text(file), faults);
        }
        return faults;
    }

    private static void content(String name, String text, List<String> faults) {
        if (!text.startsWith("--")) {
            faults.add(name + " starts without a comment; say in the first line why the database changes");
        }
        String sql = text.replaceAll("--.*", "");
        for (Matcher column = COUNTED.matcher(sql); column.find();) {
            String type = column.group(2).toLowerCase(Locale.ROOT);
            if (!List.of("bigint", "numeric").contains(type) && !NOT_TYPES.contains(type)) {
                faults.add(name + ": " + column.group(1) + " is " + type
                        + "; money is counted in whole 10^-8, use bigint");
            }
        }
        for (Matcher column = DATED.matcher(sql); column.find();) {
            String type = column.group(2).toLowerCase(Locale.ROOT);
            if (!type.equals("timestamptz") && !NOT_TYPES.contains(type)) {
                faults.add(name + ": " + column.group(1) + " is " + type + "; a moment is UTC, use timestamptz");
            }
        }
        Matcher approximate = APPROXIMATE.matcher(sql);
        if (approximate.find()) {
            faults.add(name + " uses " + approximate.group() + "; it cannot hold 0.1, use bigint in 10^-8 or numeric");
        }
        grants(name, sql, faults);
    }

    private static void grants(String name, String sql, List<String> faults) {
        for (Matcher grant = GRANT.matcher(sql); grant.find();) {
            String rights = grant.group(1).toLowerCase(Locale.ROOT);
            String tables = grant.group(2).toLowerCase(Locale.ROOT);
            boolean changes = rights.matches("(?s).*\\b(update|delete|truncate|all)\\b.*");
            if (changes && tables.matches("(?s).*\\w_log\\b.*")) {
                faults.add(name + " grants" + rights + "on" + tables
                        + "; a log is only ever added to, grant select and insert");
            }
            if (changes && tables.contains("all tables")) {
                faults.add(name + " grants" + rights + "on all tables, logs included; name the tables");
            }
        }
    }
}
