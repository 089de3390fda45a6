package org.portcullis.engine.rules.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.CaseReport;
import org.portcullis.engine.rules.CaseReport.CaseOutcome;
import org.portcullis.engine.rules.RuleFiring;
import org.portcullis.engine.rules.RuleProblem;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.host.CompiledRules;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlRule;

/** Runs the table of one question. */
public final class QuestionCases {

    private static final List<String> FIRST_COLUMNS = List.of("case", "fires", "records");

    private final CompiledRules rules;
    private final DrlFile drl;
    private final String group;
    private final String table;
    private final FactTypes types;
    private final List<CaseOutcome> outcomes = new ArrayList<>();
    private final List<RuleProblem> unreadable = new ArrayList<>();
    private final Set<String> everFired = new HashSet<>();
    private final Set<String> everSilent = new HashSet<>();

    /**
     * The cases of one rule file.
     *
     * @param table the table's name, relative to the rules folder
     */
    public QuestionCases(CompiledRules rules, DrlFile drl, String table) {
        this.rules = rules;
        this.drl = drl;
        this.group = drl.file().agendaGroup();
        this.table = table;
        this.types = new FactTypes(drl);
    }

    /** Runs every row; a row that cannot be run is reported and the others go on. */
    public CaseReport run(String text) {
        try {
            CsvTable csv = CsvTable.read(text);
            checkHeader(csv);
            Map<String, String> defaults = Map.of();
            for (CsvTable.Row row : csv.rows()) {
                if (row.cell(0).equals("*")) {
                    defaults = cells(csv, row, Map.of());
                } else {
                    attempt(csv, row, defaults);
                }
            }
        } catch (CaseProblem problem) {
            unreadable.add(new RuleProblem(table, problem.line(), problem.message()));
        }
        return new CaseReport(outcomes, uncovered(), unreadable);
    }

    private void checkHeader(CsvTable csv) {
        if (csv.header().size() < FIRST_COLUMNS.size() || !csv.header().subList(0, 3).equals(FIRST_COLUMNS)) {
            throw new CaseProblem(1, "the columns begin with case,fires,records and not with " + csv.header());
        }
        for (String column : csv.header().subList(3, csv.header().size())) {
            String problem = types.problemWith(column);
            if (problem != null) {
                throw new CaseProblem(1, problem);
            }
        }
    }

    private void attempt(CsvTable csv, CsvTable.Row row, Map<String, String> defaults) {
        try {
            outcomes.add(judge(row, cells(csv, row, defaults)));
        } catch (IllegalArgumentException | CaseProblem | RuleRunFailed refused) {
            unreadable.add(new RuleProblem(table, row.line(), row.cell(0) + ": " + refused.getMessage()));
        }
    }

    private Map<String, String> cells(CsvTable csv, CsvTable.Row row, Map<String, String> defaults) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 3; i < csv.header().size(); i++) {
            String column = csv.header().get(i);
            String cell = row.cell(i);
            cells.put(column, cell.isEmpty() ? defaults.getOrDefault(column, "") : cell);
        }
        return cells;
    }

    private CaseOutcome judge(CsvTable.Row row, Map<String, String> cells) {
        Set<String> expectedFired = new TreeSet<>(parts(row.cell(1)));
        for (String name : expectedFired) {
            if (drl.rules().stream().noneMatch(rule -> rule.name().equals(group + "." + name))) {
                throw new CaseProblem(row.line(), "column fires names " + name + ", which is no rule of " + group);
            }
        }
        RuleRecorder recorder = newRecorder();
        Set<String> fired = new TreeSet<>();
        List<String> records;
        FactMaker maker = new FactMaker(cells);
        try (RuleRun run = rules.open(recorder)) {
            List<Object> given = new ArrayList<>();
            types.present(cells).forEach((column, type) -> given.add(maker.fact(column, type)));
            given.forEach(run::insert);
            run.fire(group);
            run.fired().stream().map(RuleFiring::rule).map(this::shortName).forEach(fired::add);
            List<Object> all = run.facts(Object.class);
            records = recorder != null ? recorder.recorded()
                    : all.subList(given.size(), all.size()).stream().map(String::valueOf).toList();
        }
        drl.rules().forEach(rule -> (fired.contains(shortName(rule.name())) ? everFired : everSilent).add(rule.name()));
        return compare(row, expectedFired, fired, records);
    }

    private CaseOutcome compare(CsvTable.Row row, Set<String> expectedFired, Set<String> fired, List<String> records) {
        List<String> expectedRecords = parts(row.cell(2)).stream().sorted().toList();
        List<String> actualRecords = records.stream().sorted().toList();
        boolean compared = !expectedRecords.isEmpty();
        boolean passed = expectedFired.equals(fired) && (!compared || expectedRecords.equals(actualRecords));
        return new CaseOutcome(row.cell(0), table, row.line(),
                "fires " + expectedFired + (compared ? " records " + expectedRecords : ""),
                "fired " + fired + " recorded " + actualRecords, passed);
    }

    private List<RuleProblem> uncovered() {
        List<RuleProblem> found = new ArrayList<>();
        for (DrlRule rule : drl.rules()) {
            if (!everFired.contains(rule.name())) {
                found.add(new RuleProblem(drl.file().name(), rule.line(), rule.name() + " fires in no case of "
                        + table));
            }
            if (!everSilent.contains(rule.name())) {
                found.add(new RuleProblem(drl.file().name(), rule.line(), rule.name() + " stays silent in no case of "
                        + table));
            }
        }
        return found;
    }

    private @Nullable RuleRecorder newRecorder() {
        Class<?> type = rules.recorderType(group);
        if (type == null) {
            return null;
        }
        try {
            return (RuleRecorder) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException unfit) {
            throw new IllegalArgumentException(type.getName() + " cannot record cases: it needs to implement"
                    + " RuleRecorder and to have a public constructor without arguments", unfit);
        }
    }

    private String shortName(String rule) {
        return rule.startsWith(group + ".") ? rule.substring(group.length() + 1) : rule;
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.stream(cell.split("\\|")).map(String::strip).toList();
    }
}
