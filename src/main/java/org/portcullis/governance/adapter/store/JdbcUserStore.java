package org.portcullis.governance.adapter.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.governance.Role;
import org.portcullis.governance.User;
import org.portcullis.governance.UserStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Users in {@code governance.users} and {@code governance.user_roles}. */
public final class JdbcUserStore implements UserStore {

    private static final String USERS = """
            SELECT u.username, u.password_hash, u.enabled,
                   ARRAY(SELECT r.role FROM governance.user_roles r WHERE r.username = u.username) AS roles
            FROM governance.users u
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public JdbcUserStore(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Optional<User> find(String username) {
        return jdbc.sql(USERS + "WHERE u.username = :name").param("name", username).query(JdbcUserStore::user)
                .optional();
    }

    @Override
    public List<User> all() {
        return jdbc.sql(USERS + "ORDER BY u.username").query(JdbcUserStore::user).list();
    }

    @Override
    public boolean addFirst(List<User> users) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            // two processes may start on one database at the same moment; the lock ends with the transaction
            jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('governance.users'))) AS locked")
                    .query(Integer.class).single();
            if (jdbc.sql("SELECT count(*) FROM governance.users").query(Long.class).single() > 0) {
                return false;
            }
            users.forEach(this::insert);
            return true;
        }));
    }

    private void insert(User user) {
        jdbc.sql("INSERT INTO governance.users (username, password_hash, enabled) VALUES (:name, :hash, :enabled)")
                .param("name", user.username()).param("hash", user.passwordHash()).param("enabled", user.enabled())
                .update();
        user.roles().forEach(role -> jdbc
                .sql("INSERT INTO governance.user_roles (username, role) VALUES (:name, :role)")
                .param("name", user.username()).param("role", role.name()).update());
    }

    private static User user(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Array kept = row.getArray("roles");
        for (Object role : (Object[]) kept.getArray()) {
            roles.add(Role.valueOf((String) role));
        }
        return new User(row.getString("username"), row.getString("password_hash"), row.getBoolean("enabled"), roles);
    }
}
