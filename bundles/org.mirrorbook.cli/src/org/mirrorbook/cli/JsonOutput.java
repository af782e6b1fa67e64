package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON that the commands promise. Absent values are {@code null}, never left out. */
final class JsonOutput {

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** An empty object, to be filled in the order of its documentation. */
    Fields object() {
        return new Fields(mapper.createObjectNode());
    }

    /** One object in one line. */
    String line(Fields fields) {
        return mapper.writeValueAsString(fields.node);
    }

    /** An array with one object a line; {@code []} when there is none. */
    String array(List<Fields> objects) {
        return objects.isEmpty() ? "[]" : objects.stream().map(this::line).reduce((one, next) -> one + ",\n" + next)
                .map(all -> "[\n" + all + "\n]").get();
    }

    /** The fields of one object, in order. */
    static final class Fields {

        private final ObjectNode node;

        private Fields(ObjectNode node) {
            this.node = node;
        }

        Fields text(String name, String value) {
            node.put(name, value);
            return this;
        }

        Fields text(String name, Optional<String> value) {
            node.put(name, value.orElse(null));
            return this;
        }

        Fields decimal(String name, BigDecimal value) {
            return text(name, Notation.of(value));
        }

        Fields decimal(String name, Optional<BigDecimal> value) {
            return text(name, value.map(Notation::of));
        }

        Fields time(String name, Instant value) {
            return text(name, Notation.of(value));
        }

        Fields time(String name, Optional<Instant> value) {
            return text(name, value.map(Notation::of));
        }

        Fields flag(String name, boolean value) {
            node.put(name, value);
            return this;
        }

        Fields whole(String name, Optional<Long> value) {
            node.put(name, value.orElse(null));
            return this;
        }

        Fields whole(String name, long value) {
            node.put(name, value);
            return this;
        }

        /** An object, or null. */
        Fields object(String name, Optional<Fields> value) {
            value.ifPresentOrElse(known -> node.set(name, known.node), () -> node.putNull(name));
            return this;
        }

        /** An array of texts; null, and not an empty one, where it is not known. */
        Fields texts(String name, Optional<List<String>> values) {
            values.ifPresentOrElse(known -> known.forEach(node.putArray(name)::add), () -> node.putNull(name));
            return this;
        }

        Fields objects(String name, List<Fields> values) {
            var array = node.putArray(name);
            values.forEach(value -> array.add(value.node));
            return this;
        }
    }
}
