package org.portcullis.engine.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContentHashTest {

    @Test
    void the_border_between_parts_counts() {
        assertThat(ContentHash.hex("ab", "c")).isNotEqualTo(ContentHash.hex("a", "bc"));
        assertThat(ContentHash.hex("a")).isNotEqualTo(ContentHash.hex("a", ""));
    }

    @Test
    void the_order_of_parts_counts() {
        assertThat(ContentHash.hex("a", "b")).isNotEqualTo(ContentHash.hex("b", "a"));
    }

    @Test
    void the_same_parts_give_the_same_hash_on_every_machine() {
        assertThat(ContentHash.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(ContentHash.hex(List.of("a"))).isEqualTo(ContentHash.hex("a"))
                .isEqualTo("3b196fd4907bedf51c3090e9835f2f7cb61e7ee1b2299ea3b8fed9b4183a822a");
        assertThat(ContentHash.first16("a")).hasSize(16).isEqualTo(ContentHash.hex("a").substring(0, 16));
    }
}
