package org.mirrorbook.journal.jpa;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record of the domain as JSON text: an object with a member for each component that is not absent. Decimals are strings in plain
 * notation, so that no reader turns them into binary fractions; times are ISO-8601 in UTC; a record of one component {@code value} is that
 * value.
 */
final class RecordJson {

    /** What a class of records is made of. To ask the class costs more than all the rest, and it says the same each time. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(component -> new Part(component.getName(), component.getAccessor()))
                    .toList();
        }
    };

    private record Part(String name, Method accessor) {

        /** Null where it is absent. */
        Object of(Record given) {
            try {
                var value = accessor.invoke(given);
                return value instanceof Optional<?> optional ? optional.orElse(null) : value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a component of a public record could not be read: " + accessor, e);
            }
        }
    }

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
        for (var part : PARTS.get(given.getClass())) {
            var value = without.contains(part.name()) ? null : part.of(given);
            if (value != null) {
                text.append(first ? "" : ",");
                string(part.name());
                text.append(':');
                write(value);
                first = false;
            }
        }
        text.append('}');
    }

    private void write(Object value) {
        switch (value) {
            case Boolean truth -> text.append(truth);
            case BigDecimal decimal -> string(decimal.toPlainString());
            case Collection<?> many -> array(many);
            case Record nested when isOneValue(nested) -> write(PARTS.get(nested.getClass()).getFirst().of(nested));
            case Record nested -> object(nested, Set.of());
            default -> string(value.toString());
        }
    }

    private static boolean isOneValue(Record given) {
        var parts = PARTS.get(given.getClass());
        return parts.size() == 1 && parts.getFirst().name().equals("value");
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
