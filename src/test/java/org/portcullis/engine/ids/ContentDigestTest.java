package org.portcullis.engine.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Hashes over texts and numbers as they come. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContentDigestTest {

    private static final long SEED = Long.getLong("seed", 20_261_121L);

    @Test
    void where_one_text_ends_and_the_next_begins_counts() {
        assertThat(new ContentDigest().text("ab").text("c").first16())
                .isNotEqualTo(new ContentDigest().text("a").text("bc").first16());
        assertThat(new ContentDigest().text("").text("x").first16())
                .isNotEqualTo(new ContentDigest().text("x").text("").first16());
    }

    @Test
    void every_character_and_every_bit_of_a_number_counts() {
        String first = new ContentDigest().text("\u00e4").number(1).first16();
        assertThat(new ContentDigest().text("\u01e4").number(1).first16()).isNotEqualTo(first);
        for (int bit = 1; bit < Long.SIZE; bit++) {
            assertThat(new ContentDigest().text("\u00e4").number(1 ^ (1L << bit)).first16()).as("bit %d", bit)
                    .isNotEqualTo(first);
        }
    }

    @Test
    void it_is_sha_256_over_what_was_taken_however_much_it_is() throws NoSuchAlgorithmException {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            ContentDigest digest = new ContentDigest();
            ByteBuffer plain = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
            int parts = random.nextInt(40);
            for (int i = 0; i < parts; i++) {
                String text = "\u00e9x\u4e2d".repeat(random.nextInt(100));
                long number = random.nextLong();
                digest.text(text).number(number);
                plain.putLong(text.length()).put(text.getBytes(StandardCharsets.UTF_16LE)).putLong(number);
            }
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(plain.array(), 0, plain.position());
            assertThat(digest.first16()).as("seed %d round %d", SEED, round)
                    .isEqualTo(HexFormat.of().formatHex(sha.digest()).substring(0, 16));
        }
    }

    @Test
    void a_word_counts_as_the_text_that_it_is_the_first_time_and_every_other_time() {
        for (String word : new String[]{"", "exposure.total", "\u4e2d", "x".repeat(1_020), "x".repeat(1_021)}) {
            String text = new ContentDigest().number(7).text(word).number(9).first16();
            for (int time = 0; time < 3; time++) {
                assertThat(new ContentDigest().number(7).word(word).number(9).first16()).isEqualTo(text);
            }
        }
    }
}
