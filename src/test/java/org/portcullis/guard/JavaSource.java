package org.portcullis.guard;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler's own parser sees in one source file, so that the guards need no tool of their own.
 *
 * @param file the source file
 * @param types every type declared in it, nested ones included
 * @param methods every method and constructor with a body
 */
record JavaSource(Path file, List<Type> types, List<Method> methods) {

    /**
     * One declared type.
     *
     * @param topLevel whether it stands on its own in the file
     * @param open whether it is public
     * @param sentence the first sentence of its javadoc; empty when it has none
     */
    record Type(String name, boolean topLevel, boolean open, String sentence) {
    }

    /**
     * One method.
     *
     * @param line where it starts
     * @param lines how long it is, its signature included
     */
    record Method(String name, long line, long lines) {
    }

    /** Parses files without compiling them. */
    static List<JavaSource> parse(List<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, problem -> { }, null, null,
                    manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            List<JavaSource> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Scanner scanner = new Scanner(trees, unit);
                scanner.scan(unit, null);
                sources.add(new JavaSource(Path.of(unit.getSourceFile().toUri()), scanner.types, scanner.methods));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot parse sources", unreadable);
        }
    }

    /** Collects types and methods of one file. */
    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final List<Type> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();

        Scanner(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            if (!tree.getSimpleName().isEmpty()) {
                boolean topLevel = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.COMPILATION_UNIT;
                types.add(new Type(tree.getSimpleName().toString(), topLevel,
                        tree.getModifiers().getFlags().contains(Modifier.PUBLIC), sentence(getCurrentPath())));
            }
            return super.visitClass(tree, nothing);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            SourcePositions positions = trees.getSourcePositions();
            long start = positions.getStartPosition(unit, tree);
            if (tree.getBody() != null && start >= 0) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(start);
                long last = lines.getLineNumber(positions.getEndPosition(unit, tree));
                methods.add(new Method(tree.getName().toString(), first, last - first + 1));
            }
            return super.visitMethod(tree, nothing);
        }

        private String sentence(TreePath path) {
            DocCommentTree comment = trees.getDocCommentTree(path);
            if (comment == null) {
                return "";
            }
            StringBuilder text = new StringBuilder();
            comment.getFirstSentence().forEach(text::append);
            return text.toString().replaceAll("\\{@(?:code|link|linkplain|literal) ([^}]*)}", "`$1`")
                    .replaceAll("<sup>(.*?)</sup>", "^$1").replaceAll("\\s+", " ").strip();
        }
    }
}
