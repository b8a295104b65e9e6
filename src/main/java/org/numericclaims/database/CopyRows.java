package org.numericclaims.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by PostgreSQL's COPY, in its text format, inside the connection's transaction. */
public final class CopyRows implements AutoCloseable {

    private static final int CHUNK = 32_768;

    private final StringBuilder text = new StringBuilder();
    private final CopyIn copy;
    private boolean first = true;

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /** Begins; nothing else may be asked of the connection before it is closed. */
    public static CopyRows into(Connection db, String table, String columns) throws SQLException {
        var sql = "copy " + table + " (" + columns + ") from stdin";
        return new CopyRows(db.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    }

    /** The next value of the row, null for none. */
    public CopyRows value(Object value) {
        text.append(first ? "" : "\t");
        first = false;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String words) {
            escape(words);
        } else {
            text.append(value instanceof BigDecimal number ? number.toPlainString() : value);
        }
        return this;
    }

    /** The row is whole. */
    public void end() throws SQLException {
        text.append('\n');
        first = true;
        if (text.length() >= CHUNK) {
            send();
        }
    }

    /** All rows are there. */
    public void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Gives up the rows, unless they were finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
