package org.portcullis.engine.store;

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
