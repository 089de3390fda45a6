package org.portcullis.engine.store;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and as whom we speak to it.
 *
 * @param jdbcUrl JDBC address of the database without user and password
 * @param username the application's role: may do what it was granted
 * @param password its password
 * @param ownerUsername the role that owns the rooms' schemas and runs their migrations
 * @param ownerPassword its password
 */
public record StoreAddress(String jdbcUrl, String username, String password,
        String ownerUsername, String ownerPassword) {

    /** Single connections as the application, without a pool; for commands that run beside it. */
    public DataSource applicationDataSource() {
        return connecting(username, password);
    }

    /** Single connections as the owner of the schemas. */
    DataSource ownerDataSource() {
        return connecting(ownerUsername, ownerPassword);
    }

    private DataSource connecting(String user, String secret) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(secret);
        return source;
    }

    /** The same roles in another database of the same server. */
    StoreAddress inDatabase(String name) {
        String url = jdbcUrl.replaceFirst("/[^/?]*($|\\?)", "/" + name + "$1");
        return new StoreAddress(url, username, password, ownerUsername, ownerPassword);
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + username + " (owner " + ownerUsername + ")";
    }
}
