package org.mirrorbook.journal.jpa.archive;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column and how its values look in JSON: decimals as strings in plain notation, so that no reader makes binary fractions of them, bytes
 * in Base64.
 *
 * @param name in lower case, the same for every database
 * @param inSql as a statement has to write it
 */
record Column(String name, String inSql, Kind kind) {

    /** What a column holds. */
    enum Kind {
        TEXT, DECIMAL, WHOLE, TRUTH, BYTES
    }

    static Kind kind(String name, int type) throws SQLException {
        return switch (type) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> Kind.TEXT;
            case Types.DECIMAL, Types.NUMERIC -> Kind.DECIMAL;
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Kind.WHOLE;
            case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Kind.BYTES;
            default -> throw new SQLException("no archive knows what to do with the type " + type + " of the column " + name);
        };
    }

    /** Puts the value of the current row, unless there is none. */
    void read(ResultSet rows, int index, ObjectNode into) throws SQLException {
        switch (kind) {
            case TEXT -> {
                var text = rows.getString(index);
                if (text != null) {
                    into.put(name, text);
                }
            }
            case DECIMAL -> {
                var decimal = rows.getBigDecimal(index);
                if (decimal != null) {
                    into.put(name, decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
                }
            }
            case WHOLE -> {
                long whole = rows.getLong(index);
                if (!rows.wasNull()) {
                    into.put(name, whole);
                }
            }
            case TRUTH -> {
                boolean truth = rows.getBoolean(index);
                if (!rows.wasNull()) {
                    into.put(name, truth);
                }
            }
            case BYTES -> {
                var bytes = rows.getBytes(index);
                if (bytes != null) {
                    into.put(name, Base64.getEncoder().encodeToString(bytes));
                }
            }
        }
    }

    /** @throws Damaged when the value is none of this column */
    void write(JsonNode value, PreparedStatement statement, int index) throws SQLException {
        if (value == null || value.isNull()) {
            statement.setObject(index, null, sqlType());
            return;
        }
        require(switch (kind) {
            case TEXT, DECIMAL, BYTES -> value.isString();
            case WHOLE -> value.isIntegralNumber() && value.canConvertToLong();
            case TRUTH -> value.isBoolean();
        });
        try {
            switch (kind) {
                case TEXT -> statement.setString(index, value.stringValue());
                case DECIMAL -> statement.setBigDecimal(index, decimal(value.stringValue()));
                case WHOLE -> statement.setLong(index, value.longValue());
                case TRUTH -> statement.setBoolean(index, value.booleanValue());
                case BYTES -> statement.setBytes(index, Base64.getDecoder().decode(value.stringValue()));
            }
        } catch (IllegalArgumentException noNumberOrBase64) {
            require(false);
        }
    }

    /** Exactly as it stands: a database would cut what does not fit DECIMAL(31,18). */
    private BigDecimal decimal(String text) {
        // an exponent could ask for more digits than there is memory
        require(text.length() <= 64 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '.'));
        var decimal = new BigDecimal(text);
        require(decimal.scale() <= 18 && decimal.precision() - decimal.scale() <= 13);
        return decimal;
    }

    private int sqlType() {
        return switch (kind) {
            case TEXT -> Types.VARCHAR;
            case DECIMAL -> Types.DECIMAL;
            case WHOLE -> Types.BIGINT;
            case TRUTH -> Types.BOOLEAN;
            case BYTES -> Types.BINARY;
        };
    }

    private void require(boolean fits) {
        if (!fits) {
            throw new Damaged("the value of " + name + " cannot be");
        }
    }
}
