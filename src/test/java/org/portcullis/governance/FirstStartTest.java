package org.portcullis.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.governance.adapter.store.JdbcUserStore;
import org.portcullis.governance.adapter.web.EncodedPasswords;
import org.portcullis.governance.domain.FirstUsers;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstStartTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Passwords passwords = new EncodedPasswords();
    private final UserStore users = new JdbcUserStore(database.jdbc(), database.transactions());
    private final FirstUsers firstUsers = new FirstUsers(users, passwords);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_empty_installation_gets_an_administrator_and_an_approver_who_can_sign_in() {
        FirstUsers.Handover handover = firstUsers.create(null).orElseThrow();

        assertThat(users.all()).extracting(User::username).containsExactly("admin", "approver");
        User admin = users.find("admin").orElseThrow();
        User approver = users.find("approver").orElseThrow();
        assertThat(admin.roles()).contains(Role.ADMIN).doesNotContain(Role.APPROVER);
        assertThat(approver.roles()).containsExactlyInAnyOrder(Role.VIEWER, Role.APPROVER);
        assertThat(passwords.matches(handover.admin(), admin.passwordHash())).isTrue();
        assertThat(passwords.matches(handover.approver(), approver.passwordHash())).isTrue();
        assertThat(handover.admin()).isNotEqualTo(handover.approver()).hasSize(20);
    }

    @Test
    void the_second_start_creates_nobody() {
        firstUsers.create(null);
        assertThat(firstUsers.create("another-password")).isEmpty();
        assertThat(users.all()).hasSize(2);
    }

    @Test
    void a_given_password_is_used_and_not_shown() {
        FirstUsers.Handover handover = firstUsers.create("given-by-the-owner").orElseThrow();
        assertThat(handover.admin()).isNull();
        assertThat(passwords.matches("given-by-the-owner", users.find("admin").orElseThrow().passwordHash())).isTrue();
    }

    @Test
    void a_given_password_of_seven_bytes_is_refused_and_nobody_is_created() {
        assertThatThrownBy(() -> firstUsers.create("seven77")).hasMessageContaining("7 bytes")
                .hasMessageContaining("8 to 72");
        assertThat(users.all()).isEmpty();
        assertThat(firstUsers.create("eight888")).isPresent();
    }

    @Test
    void neither_users_nor_handover_print_a_secret() {
        FirstUsers.Handover handover = firstUsers.create(null).orElseThrow();
        assertThat(handover.toString()).doesNotContain(handover.approver());
        assertThat(users.find("admin").orElseThrow().toString()).doesNotContain("bcrypt");
    }
}
