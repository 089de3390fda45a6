package org.portcullis.engine.rules.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.portcullis.engine.rules.RuleProblem;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlHeader;
import org.portcullis.engine.rules.source.DrlLexer;
import org.portcullis.engine.rules.source.DrlRule;
import org.portcullis.engine.rules.source.ImportedTypes;

/**
 * Checks Drools' own tree of a rule file before anything is compiled: a closed list of constructs, each of which is
 * understood; everything else is refused by not being on it.
 */
public final class SourceCheck {

    private static final Set<String> ATTRIBUTES = Set.of("agenda-group", "dialect");

    private final RuleSandbox sandbox;
    private final ClassLoader loader;
    private final DrlFile file;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    private SourceCheck(RuleSandbox sandbox, ClassLoader loader, DrlFile file) {
        this.sandbox = sandbox;
        this.loader = loader;
        this.file = file;
    }

    /** What a readable file says that rules may not say; empty when all of it is allowed. */
    public static List<RuleProblem> problems(RuleSandbox sandbox, ClassLoader loader, DrlFile file) {
        return new SourceCheck(sandbox, loader, file).check(Objects.requireNonNull(file.syntax(), "a readable file"));
    }

    /**
     * Whether a file that was read by its words alone names nothing but what rules may name. That is enough for what is
     * read from words, which takes fields that are plain values and nothing else; false says only that
     * {@link #problems} is to be asked.
     */
    public static boolean namesOnlyWhatIsAllowed(RuleSandbox sandbox, ClassLoader loader, DrlFile file) {
        return new SourceCheck(sandbox, loader, file).plain(Objects.requireNonNull(file.header(), "a readable file"));
    }

    private boolean plain(DrlHeader header) {
        for (String imported : header.imports()) {
            Class<?> type = ImportedTypes.find(imported, loader);
            if (type == null || !sandbox.allowsType(type.getName())) {
                return false;
            }
            types.put(type.getSimpleName(), type);
        }
        for (DrlHeader.Global global : header.globals()) {
            if (!types.containsKey(global.type())) {
                return false;
            }
        }
        WordCheck words = new WordCheck(sandbox, types.keySet(), sandbox::allowsMember, this::refuse);
        for (DrlRule rule : file.rules()) {
            if (!rule.plain() || !rule.agendaGroup().equals(file.file().agendaGroup())) {
                return false;
            }
            words.condition(rule.when());
            words.consequence(rule.then());
        }
        return problems.isEmpty() && header.drlPackage().equals(file.file().drlPackage());
    }

    private List<RuleProblem> check(PackageDescr tree) {
        tree.getImports().forEach(this::checkImport);
        refuseAny(tree.getFunctionImports(), "static imports");
        refuseAny(tree.getAccumulateImports(), "accumulate functions");
        refuseAny(tree.getFunctions(), "functions");
        refuseAny(tree.getClassAndEnumDeclarationDescrs(), "declared types");
        refuseAny(tree.getEntryPointDeclarations(), "entry points");
        refuseAny(tree.getWindowDeclarations(), "windows");
        refuseAny(tree.getAttributes(), "attributes for the whole package");
        if (tree.getUnit() != null) {
            refuse(1, "rule units are not for rules: remove the line");
        }
        for (GlobalDescr global : tree.getGlobals()) {
            if (!types.containsKey(global.getType())) {
                refuse(global.getLine(), "the global's type " + global.getType() + " is not imported");
            }
        }
        FactVocabulary vocabulary = new FactVocabulary(sandbox, types.values());
        WordCheck words = new WordCheck(sandbox, types.keySet(), vocabulary::knows, this::refuse);
        for (int i = 0; i < tree.getRules().size(); i++) {
            checkRule(tree.getRules().get(i), words);
            words.consequence(file.rules().get(i).then());
        }
        return problems;
    }

    private void checkImport(ImportDescr descr) {
        String target = descr.getTarget();
        if (target.endsWith("*")) {
            refuse(descr.getLine(), "import " + target + ": import each type by its full name");
            return;
        }
        Class<?> type = ImportedTypes.find(target, loader);
        if (type == null) {
            refuse(descr.getLine(), "import " + target + ": no such type");
        } else if (!sandbox.allowsType(type.getName())) {
            refuse(descr.getLine(), "import " + target + " is outside the allow-list: rules see fact types and plain"
                    + " values only");
        } else {
            types.put(type.getSimpleName(), type);
        }
    }

    private void checkRule(RuleDescr rule, WordCheck words) {
        if (rule.getParentName() != null || !rule.getNamedConsequences().isEmpty() || rule.isQuery()) {
            refuse(rule.getLine(), "extends, queries and named consequences are not for rules: write plain rules");
        }
        if (!rule.getAnnotations().isEmpty()) {
            refuse(rule.getLine(), "annotations are not for rules: remove them");
        }
        for (AttributeDescr attribute : rule.getAttributes().values()) {
            boolean java = !attribute.getName().equals("dialect") || "java".equals(attribute.getValue());
            if (!ATTRIBUTES.contains(attribute.getName()) || !java) {
                refuse(attribute.getLine(), "attribute " + attribute.getName() + " " + attribute.getValue()
                        + " is not for rules: rules of a group have no order; make two groups if order matters");
            }
        }
        checkCondition(rule.getLhs(), rule.getLine(), words);
    }

    private void checkCondition(BaseDescr descr, int lineAbove, WordCheck words) {
        int line = Math.max(descr.getLine(), lineAbove);
        if (descr instanceof PatternDescr pattern) {
            checkPattern(pattern, line, words);
        } else if (descr instanceof ExprConstraintDescr constraint) {
            if (constraint.getType() == ExprConstraintDescr.Type.POSITIONAL) {
                refuse(line, "positional constraints are not for rules: name the property");
            }
            words.condition(DrlLexer.words(constraint.getExpression(), line));
        } else if (descr instanceof AndDescr || descr instanceof OrDescr || descr instanceof NotDescr
                || descr instanceof ExistsDescr) {
            ((ConditionalElementDescr) descr).getDescrs().forEach(part -> checkCondition(part, line, words));
        } else {
            refuse(line, descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT)
                    + " is not for rules: match facts and compare their properties");
        }
    }

    private void checkPattern(PatternDescr pattern, int line, WordCheck words) {
        String type = pattern.getObjectType();
        if (!types.containsKey(type)) {
            refuse(line, "type " + type + " is outside the allow-list or not imported: import the fact type");
        }
        if (pattern.getSource() != null || !pattern.getBehaviors().isEmpty() || !pattern.getAnnotations().isEmpty()) {
            refuse(line, "from, accumulate, collect and windows are not for rules: have a fact carry the number");
        }
        pattern.getDescrs().forEach(part -> checkCondition(part, line, words));
    }

    private void refuseAny(Iterable<? extends BaseDescr> found, String what) {
        found.forEach(descr -> refuse(descr.getLine(), what + " are not for rules: put the logic into the facts"));
    }

    private void refuse(int line, String message) {
        problems.add(new RuleProblem(file.file().name(), line, message));
    }
}
