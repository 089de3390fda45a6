package org.portcullis.web.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/** One column of a row as a word of ours. */
final class Rows {

    private Rows() {
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }

    static Price price(ResultSet row, String column) throws SQLException {
        return new Price(row.getLong(column));
    }

    static Quantity quantity(ResultSet row, String column) throws SQLException {
        return new Quantity(row.getLong(column));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant atOrNothing(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Long numberOrNothing(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /** A text of parts with {@code |} between; no part when there is no text. */
    static List<String> parts(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isBlank() ? List.of() : List.of(text.split("\\|"));
    }
}
