package org.portcullis.market.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Ban;
import org.portcullis.market.Bans;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BanStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final long AT_MS = 1_767_225_600_123L;
    private static final long DAY_MS = 86_400_000;

    private final Bans bans = open();

    private static Bans open() {
        return new BanStore(DATABASE.jdbc(), PolicyBook.open(Path.of("rules/policy.yaml"), "conservative"));
    }

    @Test
    @DisplayName("S2-U4 a ban lasts 24 hours of event time and ends by itself")
    void a_ban_lasts_a_day_and_ends_by_itself() {
        InstrumentId id = new InstrumentId("AAUSDT");
        Ban ban = bans.ban(id, "pump and dump", "red-flag rule", AT_MS);
        assertThat(ban.untilMs()).isEqualTo(AT_MS + DAY_MS);
        assertThat(bans.active(AT_MS)).contains(ban);
        assertThat(bans.active(AT_MS + DAY_MS - 1)).contains(ban);
        assertThat(bans.active(AT_MS + DAY_MS)).doesNotContain(ban);
        assertThat(bans.active(AT_MS - 1)).doesNotContain(ban);
    }

    @Test
    @DisplayName("S2-U4 a restart forgets no ban")
    void a_restart_forgets_no_ban() {
        InstrumentId id = new InstrumentId("BBUSDT");
        Ban ban = bans.ban(id, "hacked", "maria", AT_MS);
        assertThat(open().active(AT_MS + 1)).contains(ban);
        assertThat(open().history(id)).containsExactly(ban);
    }

    @Test
    @DisplayName("S2-U4 a second ban makes the first longer, never shorter, and says nothing new about who began")
    void a_second_ban_makes_the_first_longer() {
        InstrumentId id = new InstrumentId("CCUSDT");
        bans.ban(id, "first", "maria", AT_MS);
        Ban longer = bans.ban(id, "second", "john", AT_MS + 1_000);
        assertThat(longer.untilMs()).isEqualTo(AT_MS + 1_000 + DAY_MS);
        assertThat(longer.by()).isEqualTo("maria");
        assertThat(bans.history(id)).hasSize(1);
        bans.ban(id, "much later", "john", AT_MS + 3 * DAY_MS);
        assertThat(bans.history(id)).extracting(Ban::reason).containsExactly("much later", "first");
    }

    @Test
    @DisplayName("S2-U4 it stays known who lifted a ban, and a lifted one can be raised again")
    void it_stays_known_who_lifted_a_ban() {
        InstrumentId id = new InstrumentId("DDUSDT");
        bans.ban(id, "rumour", "maria", AT_MS);
        Ban lifted = bans.lift(id, "john", AT_MS + 5_000).orElseThrow();
        assertThat(lifted.liftedBy()).isEqualTo("john");
        assertThat(lifted.liftedAtMs()).isEqualTo(AT_MS + 5_000);
        assertThat(bans.active(AT_MS + 5_000)).extracting(Ban::instrument).doesNotContain(id);
        assertThat(bans.active(AT_MS + 4_999)).extracting(Ban::instrument).contains(id);
        assertThat(bans.lift(id, "john", AT_MS + 6_000)).isEmpty();
        bans.ban(id, "no rumour", "maria", AT_MS + 7_000);
        assertThat(bans.active(AT_MS + 7_000)).extracting(Ban::instrument).contains(id);
    }

    @Test
    void a_ban_without_reason_is_refused() {
        assertThatThrownBy(() -> bans.ban(new InstrumentId("EEUSDT"), " ", "maria", AT_MS))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reason must be said");
        assertThat(bans.history(new InstrumentId("EEUSDT"))).isEmpty();
    }
}
