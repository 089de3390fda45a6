package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.ContinuousFuture.Adjustment;
import org.portcullis.market.ContinuousFuture.Roll;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContinuousFutureTest {

    private static final Instrument MNQ = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"))
            .require(new InstrumentId("MNQ"));
    private static final TradingCalendar CME = CalendarBook.read(Path.of("rules/calendars")).of(MNQ);
    private static final LocalDate FROM = LocalDate.parse("2024-01-02");
    private static final LocalDate TO = LocalDate.parse("2027-12-31");

    @Test
    @DisplayName("S0-05 ten points of three MNQ contracts are sixty dollars, by the catalogue's multiplier")
    void ten_points_of_three_contracts_are_sixty_dollars() {
        assertThat(MNQ.worthE8(10 * FixedPoint.ONE, 3 * FixedPoint.ONE, RoundingMode.UNNECESSARY))
                .isEqualTo(60 * FixedPoint.ONE);
        assertThat(MNQ.worthE8(-FixedPoint.ONE / 4, FixedPoint.ONE, RoundingMode.UNNECESSARY))
                .as("one tick down").isEqualTo(-FixedPoint.ONE / 2);
    }

    @ParameterizedTest
    @CsvSource({"2024,3,2024-03-15", "2024,6,2024-06-21", "2024,9,2024-09-20", "2024,12,2024-12-20",
        "2025,3,2025-03-21", "2025,6,2025-06-20", "2025,9,2025-09-19", "2025,12,2025-12-19", "2026,3,2026-03-20",
        "2026,6,2026-06-18", "2026,9,2026-09-18", "2026,12,2026-12-18", "2027,3,2027-03-19", "2027,6,2027-06-17"})
    @DisplayName("B-D14 contracts end on the days of the exchange, a day earlier on a holiday")
    void contracts_end_on_the_days_of_the_exchange(int year, int month, LocalDate ends) {
        assertThat(new ContractMonth("MNQ", year, month).lastTradeDay(CME)).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-15,MNQZ4", "2024-12-16,MNQH5", "2025-03-16,MNQH5", "2025-03-17,MNQM5", "2025-06-15,MNQM5",
        "2025-06-16,MNQU5", "2026-12-13,MNQZ6", "2026-12-14,MNQH7", "2027-06-13,MNQM7", "2027-06-14,MNQU7",
        "2024-01-02,MNQH4"})
    @DisplayName("B-D14 the front contract changes on the Monday before the third Friday")
    void the_front_contract_changes_on_the_monday(LocalDate day, String contract) {
        assertThat(ContinuousFuture.byDays(MNQ, FROM, TO).front(day).symbol()).isEqualTo(contract);
    }

    @Test
    @DisplayName("B-D14 by volume it changes on the day after the crossing, or on the last day of the rule")
    void by_volume_it_changes_on_the_day_after_the_crossing() {
        ContractMonth old = new ContractMonth("MNQ", 2024, 12);
        ContractMonth next = new ContractMonth("MNQ", 2025, 3);
        SortedMap<LocalDate, Map<ContractMonth, Long>> volumes = new TreeMap<>();
        for (int day = 9; day <= 13; day++) {
            volumes.put(LocalDate.of(2024, 12, day), Map.of(old, 100L, next, day < 12 ? 100L : 101L));
        }
        volumes.put(LocalDate.of(2025, 3, 20), Map.of());
        assertThat(ContinuousFuture.byVolume(MNQ, volumes).rolls()).containsExactly(
                new Roll(old, next, LocalDate.of(2024, 12, 13)),
                new Roll(next, new ContractMonth("MNQ", 2025, 6), LocalDate.of(2025, 3, 17)));
    }

    @Test
    @DisplayName("B-D14 an adjusted series has no step at a roll; the unadjusted one has the prices that were traded")
    void an_adjusted_series_has_no_step_at_a_roll() {
        Map<ContractMonth, List<Bar>> bars = Map.of(new ContractMonth("MNQ", 2024, 12), bars(0, 0, 4_000),
                new ContractMonth("MNQ", 2025, 3), bars(250, 0, 4_000));
        ContinuousFuture chain = ContinuousFuture.byDays(MNQ, FROM, TO);
        StitchedBars plain = chain.stitch(bars, CME, Adjustment.NONE);
        StitchedBars backward = chain.stitch(bars, CME, Adjustment.BACKWARD);
        StitchedBars forward = chain.stitch(bars, CME, Adjustment.FORWARD);
        assertThat(plain.steps()).singleElement()
                .satisfies(step -> assertThat(step.stepE8()).isEqualTo(250 * FixedPoint.ONE));
        assertThat(steps(plain)).containsExactly(251L);
        assertThat(steps(backward)).isEmpty();
        assertThat(steps(forward)).isEmpty();
        assertThat(backward.bars().get(3_999)).isEqualTo(plain.bars().get(3_999));
        assertThat(forward.bars().get(0)).isEqualTo(plain.bars().get(0));
        assertThat(plain.bars()).hasSize(4_000).extracting(Bar::instrument).containsOnly(MNQ.id());
        assertThat(plain.bars()).isSortedAccordingTo(java.util.Comparator.comparingLong(Bar::openTimeMs));
    }

    @Test
    @DisplayName("B-D14 forward adjustment never changes the past: a prefix of the bars gives a prefix of the series")
    void forward_adjustment_never_changes_the_past() {
        ContractMonth old = new ContractMonth("MNQ", 2024, 12);
        ContractMonth next = new ContractMonth("MNQ", 2025, 3);
        ContinuousFuture chain = ContinuousFuture.byDays(MNQ, FROM, TO);
        List<Bar> whole = chain.stitch(Map.of(old, bars(0, 0, 4_000), next, bars(250, 0, 4_000)), CME,
                Adjustment.FORWARD).bars();
        for (int length = 1; length <= 4_000; length += 333) {
            assertThat(chain.stitch(Map.of(old, bars(0, 0, length), next, bars(250, 0, length)), CME,
                    Adjustment.FORWARD).bars()).isEqualTo(whole.subList(0, length));
        }
    }

    @Test
    void without_a_common_minute_an_adjusted_series_begins_anew_and_says_so() {
        Map<ContractMonth, List<Bar>> bars = Map.of(new ContractMonth("MNQ", 2024, 12), bars(0, 0, 3_000),
                new ContractMonth("MNQ", 2025, 3), bars(250, 3_000, 4_000));
        StitchedBars adjusted = ContinuousFuture.byDays(MNQ, FROM, TO).stitch(bars, CME, Adjustment.BACKWARD);
        assertThat(adjusted.unknown()).hasSize(1);
        assertThat(adjusted.bars()).hasSize(1_000);
        assertThat(ContinuousFuture.byDays(MNQ, FROM, TO).stitch(bars, CME, Adjustment.NONE).bars()).hasSize(4_000);
    }

    /** How the close changes from bar to bar where it is not by the one point of every minute. */
    private static List<Long> steps(StitchedBars series) {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < series.bars().size(); i++) {
            long step = (series.bars().get(i).closeE8() - series.bars().get(i - 1).closeE8()) / FixedPoint.ONE;
            if (step != 1) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** Minutes around Sunday 2024-12-15 17:00 of Chicago, on which the December contract is left. */
    private static List<Bar> bars(long above, int from, int to) {
        long roll = LocalDate.of(2024, 12, 15).atTime(LocalTime.of(17, 0)).atZone(ZoneId.of("America/Chicago"))
                .toInstant().toEpochMilli();
        List<Bar> bars = new ArrayList<>();
        for (int i = from; i < to; i++) {
            // the venue is closed from Friday 16:00 to Sunday 17:00
            long minute = i < 3_000 ? roll - (49L * 60 + 3_000 - i) * 60_000 : roll + (i - 3_000) * 60_000L;
            long close = (20_000 + above + i) * FixedPoint.ONE;
            bars.add(new Bar(MNQ.id(), minute, close, close, close, close, FixedPoint.ONE));
        }
        return bars;
    }
}
