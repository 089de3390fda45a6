package org.portcullis.guard.samples.purity.risk;

import java.sql.Connection;

/** Broken on purpose: SQL outside an adapter. */
public interface TalksSql {

    /** Uses a connection. */
    void use(Connection connection);
}
