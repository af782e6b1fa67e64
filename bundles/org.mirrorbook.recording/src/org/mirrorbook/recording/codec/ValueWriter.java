package org.mirrorbook.recording.codec;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes values of a {@link Vocabulary} into one file, and remembers what it has defined there. A record that is written again as the same
 * object, such as the scope of five rows, is named instead. For one thread.
 */
public final class ValueWriter {

    private static final int LONGEST_IN_64_BITS = 18;

    private final Vocabulary vocabulary;
    private final int[] numbers;
    private final Object[] newest;
    private final List<Shape> fresh = new ArrayList<>();
    private int defined;

    public ValueWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        numbers = new int[vocabulary.size()];
        newest = new Object[vocabulary.size()];
        restart(List.of());
    }

    /** Another file, or the same one again, with what it defines already. */
    public void restart(List<Definition> known) {
        Arrays.fill(numbers, -1);
        defined = known.size();
        for (int i = 0; i < defined; i++) {
            int number = i;
            // where the type has other parts by now, it is defined anew
            vocabulary.named(known.get(i).name()).filter(shape -> shape.definition.equals(known.get(number)))
                    .ifPresent(shape -> numbers[shape.id] = number);
        }
        fresh.clear();
    }

    /**
     * Writes one message.
     *
     * @return what has to be defined in the file before it, in this order; defined from now on
     * @throws CodecProblem when it has no form; nothing is defined then, and what was written has to be cut off
     */
    public List<Definition> write(Object value, Bytes bytes) {
        try {
            any(value, bytes);
            var definitions = fresh.isEmpty() ? List.<Definition>of() : fresh.stream().map(shape -> shape.definition).toList();
            fresh.clear();
            return definitions;
        } finally {
            fresh.forEach(shape -> numbers[shape.id] = -1);
            defined -= fresh.size();
            fresh.clear();
            Arrays.fill(newest, null);
        }
    }

    /** The most frequent kinds first, and no switch over types: this is on the way of every push. */
    private void any(Object value, Bytes bytes) {
        if (value instanceof BigDecimal decimal) {
            decimal(decimal, bytes);
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                bytes.octet(Tag.PRESENT);
                any(optional.get(), bytes);
            } else {
                bytes.octet(Tag.ABSENT);
            }
        } else if (value instanceof String text) {
            bytes.text(text);
        } else if (value instanceof Record data) {
            data(data, bytes);
        } else if (value instanceof Instant instant) {
            moment(Tag.INSTANT, instant.getEpochSecond(), instant.getNano(), bytes);
        } else if (value instanceof Enum<?> constant) {
            bytes.octet(Tag.CONSTANT);
            bytes.number(number(vocabulary.of(constant)));
            bytes.number(constant.ordinal());
        } else {
            rare(value, bytes);
        }
    }

    private void rare(Object value, Bytes bytes) {
        switch (value) {
            case null -> bytes.octet(Tag.NULL);
            case Boolean flag -> bytes.octet(flag ? Tag.TRUE : Tag.FALSE);
            case Long whole -> whole(whole, bytes);
            case Integer whole -> whole(whole, bytes);
            case List<?> list -> {
                bytes.octet(Tag.LIST);
                bytes.number(list.size());
                for (var one : list) {
                    any(one, bytes);
                }
            }
            case Map<?, ?> map -> {
                bytes.octet(Tag.MAP);
                bytes.number(map.size());
                map.forEach((key, one) -> {
                    any(key, bytes);
                    any(one, bytes);
                });
            }
            case Set<?> set -> {
                bytes.octet(Tag.SET);
                bytes.number(set.size());
                set.forEach(one -> any(one, bytes));
            }
            case Duration duration -> moment(Tag.DURATION, duration.getSeconds(), duration.getNano(), bytes);
            default -> throw new CodecProblem("a " + value.getClass().getName() + " has no form in a recording");
        }
    }

    private void data(Record value, Bytes bytes) {
        var shape = vocabulary.of(value);
        if (newest[shape.id] == value) {
            bytes.octet(Tag.AGAIN);
            bytes.number(number(shape));
            return;
        }
        bytes.octet(Tag.RECORD);
        bytes.number(number(shape));
        for (var accessor : shape.accessors) {
            Object component;
            try {
                component = (Object) accessor.invokeExact((Object) value);
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                throw new CodecProblem("a " + shape.type.getName() + " does not tell its components", e);
            }
            any(component, bytes);
        }
        newest[shape.id] = value;
    }

    private int number(Shape shape) {
        if (numbers[shape.id] < 0) {
            numbers[shape.id] = defined++;
            fresh.add(shape);
        }
        return numbers[shape.id];
    }

    private static void whole(long value, Bytes bytes) {
        bytes.octet(Tag.WHOLE);
        bytes.zigzag(value);
    }

    private static void moment(int tag, long seconds, int nanos, Bytes bytes) {
        bytes.octet(tag);
        bytes.zigzag(seconds);
        bytes.number(nanos);
    }

    private static void decimal(BigDecimal value, Bytes bytes) {
        if (value.precision() <= LONGEST_IN_64_BITS) {
            bytes.octet(Tag.DECIMAL);
            bytes.zigzag(value.scale());
            // the unscaled number without a BigInteger
            bytes.zigzag(value.scaleByPowerOfTen(value.scale()).longValue());
        } else {
            var unscaled = value.unscaledValue().toByteArray();
            bytes.octet(Tag.BIG_DECIMAL);
            bytes.zigzag(value.scale());
            bytes.number(unscaled.length);
            bytes.octets(unscaled, 0, unscaled.length);
        }
    }
}
