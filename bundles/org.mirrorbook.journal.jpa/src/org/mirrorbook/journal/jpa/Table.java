package org.mirrorbook.journal.jpa;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;

/**
 * An entity as plain SQL, by the same annotations that the provider reads: commits and lists, where each statement counts, are written and
 * read without it. An update names the columns alone that are not what they were, which leaves the indexes on the others untouched.
 * Thread-safe.
 */
final class Table<R> {

    /** One column; {@code path} leads to it through what is embedded. */
    private record Place(String name, boolean key, Class<?> type, List<MethodHandle> getters, MethodHandle setter) {

        Object get(Object row) {
            try {
                var value = row;
                for (var getter : getters) {
                    value = getter.invokeExact(value);
                }
                return value instanceof Instant time ? (Object) Micros.of(time) : value instanceof Enum<?> word ? word.name() : value;
            } catch (Throwable e) {
                throw unreadable(e);
            }
        }

        void set(Object row, Object value) {
            try {
                var holder = row;
                for (var getter : getters.subList(0, getters.size() - 1)) {
                    holder = getter.invokeExact(holder);
                }
                setter.invokeExact(holder, value);
            } catch (Throwable e) {
                throw unreadable(e);
            }
        }

        private IllegalStateException unreadable(Throwable e) {
            return new IllegalStateException("the column " + name + " has no field that can be reached", e);
        }
    }

    private final Class<R> type;
    private final String name;
    private final List<Place> places = new ArrayList<>();
    private final List<Field> embedded = new ArrayList<>();
    private final String insert;
    private final String columns;
    private final Map<BitSet, String> updates = new ConcurrentHashMap<>();

    Table(Class<R> type) {
        this.type = type;
        name = type.getAnnotation(jakarta.persistence.Table.class).name();
        add(type, List.of());
        insert = "insert into " + name + " (" + names("") + ") values (" + places.stream().map(place -> "?").collect(
                Collectors.joining(", ")) + ")";
        columns = names("t.");
    }

    private void add(Class<?> holder, List<MethodHandle> path) {
        for (var field : holder.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            try {
                var lookup = MethodHandles.lookup();
                var getters = new ArrayList<>(path);
                getters.add(lookup.unreflectGetter(field).asType(MethodType.methodType(Object.class, Object.class)));
                if (field.isAnnotationPresent(Embedded.class)) {
                    embedded.add(field);
                    add(field.getType(), getters);
                } else {
                    var column = field.getAnnotation(Column.class);
                    var setter = lookup.unreflectSetter(field)
                            .asType(MethodType.methodType(void.class, Object.class, Object.class));
                    places.add(new Place(column == null ? field.getName() : column.name(), field.isAnnotationPresent(Id.class),
                            field.getType(), List.copyOf(getters), setter));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("the fields of " + holder + " cannot be reached", e);
            }
        }
    }

    private String names(String before) {
        return places.stream().map(place -> before + place.name()).collect(Collectors.joining(", "));
    }

    /** The columns as {@link #read} wants them, of the table under the name {@code t}. */
    String columns() {
        return columns;
    }

    String name() {
        return name;
    }

    /** Queues an insert. */
    void insert(Pen pen, R row) throws SQLException {
        var statement = pen.batch(insert);
        for (int i = 0; i < places.size(); i++) {
            bind(statement, i + 1, places.get(i).type(), places.get(i).get(row));
        }
        statement.addBatch();
    }

    /** Queues an update of what is not as before; nothing when all is. */
    void update(Pen pen, R before, R now) throws SQLException {
        var values = new Object[places.size()];
        var changed = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = places.get(i).get(now);
            if (!Objects.equals(values[i], places.get(i).get(before))) {
                changed.set(i);
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        var statement = pen.batch(updates.computeIfAbsent(changed, this::update));
        int at = 1;
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            bind(statement, at++, places.get(i).type(), values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            if (places.get(i).key()) {
                bind(statement, at++, places.get(i).type(), values[i]);
            }
        }
        statement.addBatch();
    }

    private String update(BitSet changed) {
        return "update " + name + " set " + changed.stream().mapToObj(i -> places.get(i).name() + " = ?").collect(Collectors.joining(", "))
                + " where " + keys();
    }

    private String keys() {
        return IntStream.range(0, places.size()).filter(i -> places.get(i).key()).mapToObj(i -> places.get(i).name() + " = ?")
                .collect(Collectors.joining(" and "));
    }

    private static void bind(PreparedStatement statement, int at, Class<?> type, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, type == BigDecimal.class ? Types.DECIMAL : type == Instant.class ? Types.BIGINT
                    : Types.VARCHAR);
            case String text -> statement.setString(at, text);
            case BigDecimal decimal -> statement.setBigDecimal(at, decimal);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Boolean truth -> statement.setBoolean(at, truth);
            default -> throw new IllegalStateException("no column holds a " + type);
        }
    }

    /** All that a query gives whose first columns are {@link #columns()}. */
    List<R> all(PreparedStatement query) throws SQLException {
        return all(query, () -> {
            // nobody ends it
        });
    }

    /** @param beforeEach may end the reading by what it throws */
    List<R> all(PreparedStatement query, Runnable beforeEach) throws SQLException {
        var all = new ArrayList<R>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                beforeEach.run();
                all.add(read(rows));
            }
        }
        return all;
    }

    /** The row that the cursor is on; its first columns are {@link #columns()}. */
    R read(ResultSet rows) throws SQLException {
        try {
            var row = make(type);
            for (var field : embedded) {
                field.set(row, make(field.getType()));
            }
            for (int i = 0; i < places.size(); i++) {
                var place = places.get(i);
                place.set(row, value(rows, i + 1, place.type()));
            }
            return row;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row of " + name + " cannot be made", e);
        }
    }

    private static <T> T make(Class<T> type) throws ReflectiveOperationException {
        return type.getDeclaredConstructor().newInstance();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object value(ResultSet rows, int at, Class<?> type) throws SQLException {
        if (type == String.class) {
            return rows.getString(at);
        } else if (type == BigDecimal.class) {
            return rows.getBigDecimal(at);
        } else if (type == boolean.class) {
            return rows.getBoolean(at);
        } else if (type == int.class) {
            return rows.getInt(at);
        } else if (type == long.class) {
            return rows.getLong(at);
        } else if (type == Instant.class) {
            long micros = rows.getLong(at);
            return rows.wasNull() ? null : new Micros().convertToEntityAttribute(micros);
        }
        var word = rows.getString(at);
        return word == null ? null : Enum.valueOf((Class) type, word);
    }
}
