package org.mirrorbook.journal.jpa;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * A record of the domain as JSON text: an object with a member for each component that is not absent. Decimals are strings in plain
 * notation, so that no reader turns them into binary fractions; times are ISO-8601 in UTC; a record of one component {@code value} is that
 * value.
 */
final class RecordJson {

    private final StringBuilder text = new StringBuilder();

    private RecordJson() {
    }

    /** The record without the named ones of its own components. */
    static String of(Record given, String... without) {
        var json = new RecordJson();
        json.object(given, Set.of(without));
        return json.text.toString();
    }

    private void object(Record given, Set<String> without) {
        text.append('{');
        boolean first = true;
        for (var component : given.getClass().getRecordComponents()) {
            var value = value(given, component);
            if (value != null && !without.contains(component.getName())) {
                text.append(first ? "" : ",");
                string(component.getName());
                text.append(':');
                write(value);
                first = false;
            }
        }
        text.append('}');
    }

    private static Object value(Record given, RecordComponent component) {
        try {
            var value = component.getAccessor().invoke(given);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of a public record could not be read: " + component, e);
        }
    }

    private void write(Object value) {
        switch (value) {
            case Boolean truth -> text.append(truth);
            case BigDecimal decimal -> string(decimal.toPlainString());
            case Collection<?> many -> array(many);
            case Record nested when isOneValue(nested) -> write(value(nested, nested.getClass().getRecordComponents()[0]));
            case Record nested -> object(nested, Set.of());
            default -> string(value.toString());
        }
    }

    private static boolean isOneValue(Record given) {
        var components = given.getClass().getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    private void array(Collection<?> many) {
        text.append('[');
        var separator = "";
        for (Object value : many) {
            text.append(separator);
            write(value);
            separator = ",";
        }
        text.append(']');
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
