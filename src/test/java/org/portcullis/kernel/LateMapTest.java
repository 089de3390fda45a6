package org.portcullis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Values by name that are put together when they are read. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateMapTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final LateMap<Integer> late = new LateMap<>(() -> {
        asked.incrementAndGet();
        return new TreeMap<>(Map.of("one", 1, "two", 2, "three", 3));
    });

    @Test
    void nothing_is_put_together_before_somebody_reads_and_then_once() {
        assertThat(asked).hasValue(0);
        assertThat(late.get("two")).isEqualTo(2);
        assertThat(late).hasSize(3);
        assertThat(asked).hasValue(1);
    }

    @Test
    void it_is_the_sorted_map_it_stands_for() {
        TreeMap<String, Integer> plain = new TreeMap<>(Map.of("one", 1, "two", 2, "three", 3));
        assertThat(late).isEqualTo(plain).hasToString(plain.toString()).hasSameHashCodeAs(plain);
        assertThat(plain).isEqualTo(late);
        assertThat(new ArrayList<>(late.keySet())).containsExactly("one", "three", "two");
        assertThat(late.firstKey()).isEqualTo("one");
        assertThat(late.lastKey()).isEqualTo("two");
        assertThat(late.headMap("three")).containsOnlyKeys("one");
        assertThat(late.tailMap("three")).containsOnlyKeys("three", "two");
        assertThat(late.subMap("p", "ti")).containsOnlyKeys("three");
        assertThat(late.comparator()).isNull();
        assertThat(late.get(5)).isNull();
        assertThat(late.containsKey("four")).isFalse();
    }

    @Test
    void it_cannot_be_changed() {
        assertThatThrownBy(() -> late.put("four", 4)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> late.entrySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> late.entrySet().iterator().next().setValue(9))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void an_empty_one_has_no_first_name() {
        LateMap<Integer> empty = new LateMap<>(TreeMap::new);
        assertThatThrownBy(empty::firstKey).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void threads_that_read_at_once_read_the_same() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread reader = new Thread(() -> {
                try {
                    start.await();
                    assertThat(late.get("three")).isEqualTo(3);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            reader.start();
            readers.add(reader);
        }
        start.countDown();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(asked).hasValue(1);
    }
}
