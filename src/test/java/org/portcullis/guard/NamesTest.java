package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A type is named after what it is; words that only say "code" are not used. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamesTest {

    /** As whole words of a CamelCase name: {@code Database} and {@code Update} are fine. */
    private static final Pattern EMPTY_WORD = Pattern.compile("(?:^|(?<=[a-z0-9]))"
            + "(Utils?|Helper|Manager|Processor|Impl|Base|Dto|Data|Info)(?=[A-Z0-9]|$)");

    @Test
    void no_type_carries_an_empty_word() {
        assertThat(emptyWords(Repository.HERE.resolve("src"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderUtil", "OrderHelper", "OrderManager", "OrderProcessor", "OrderDeskImpl", "BaseOrder",
        "OrderDto", "DataHolder", "OrderInfo"})
    void each_empty_word_is_named_with_the_way_out(String name) {
        assertThat(emptyWords(Repository.sample("names")))
                .anySatisfy(fault -> assertThat(fault).contains(" " + name + " ").contains("after what it is"));
    }

    @Test
    void longer_words_that_contain_one_are_fine() {
        assertThat(emptyWords(Repository.sample("names"))).noneMatch(fault -> fault.contains("DatabaseUpdate"));
    }

    private static List<String> emptyWords(Path root) {
        List<Path> files = Repository.files(root, ".java").stream()
                .filter(file -> !file.getFileName().toString().equals("package-info.java")).toList();
        return JavaSource.parse(files).stream().flatMap(source -> source.types().stream()
                .filter(type -> EMPTY_WORD.matcher(type.name()).find())
                .map(type -> {
                    Matcher word = EMPTY_WORD.matcher(type.name());
                    word.find();
                    return Repository.name(source.file()) + ": type " + type.name() + " is called a \"" + word.group(1)
                            + "\", which says nothing; name it after what it is or does (OrderDesk, FillLedger, "
                            + "BarGuard)";
                })).toList();
    }
}
