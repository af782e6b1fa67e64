package org.mirrorbook.recording.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads values of one file back, by what the file itself defines. For one thread. */
public final class ValueReader {

    private final Vocabulary vocabulary;
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Object> newest = new ArrayList<>();
    /** Within a component that this version does not have any more: types that it does not know do not matter there. */
    private int skipping;

    public ValueReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The next definition of the file. */
    public void define(Definition definition) {
        bindings.add(Binding.of(definition, vocabulary));
        newest.add(null);
    }

    /**
     * The value of one message.
     *
     * @throws CodecProblem when it is not one
     */
    public Object read(Cursor cursor) {
        skipping = 0;
        newest.replaceAll(one -> null);
        try {
            return any(cursor);
        } catch (DateTimeException | ArithmeticException e) {
            throw new CodecProblem("a figure of it is out of range", e);
        }
    }

    private Object any(Cursor cursor) {
        int tag = cursor.octet();
        return switch (tag) {
            case Tag.NULL -> null;
            case Tag.FALSE -> false;
            case Tag.TRUE -> true;
            case Tag.WHOLE -> cursor.zigzag();
            case Tag.TEXT -> cursor.utf8();
            case Tag.WIDE_TEXT -> cursor.utf16();
            case Tag.DECIMAL -> {
                int scale = Math.toIntExact(cursor.zigzag());
                yield BigDecimal.valueOf(cursor.zigzag(), scale);
            }
            case Tag.BIG_DECIMAL -> {
                int scale = Math.toIntExact(cursor.zigzag());
                yield new BigDecimal(new BigInteger(cursor.octets(cursor.count(1))), scale);
            }
            case Tag.INSTANT -> Instant.ofEpochSecond(cursor.zigzag(), cursor.number());
            case Tag.DURATION -> Duration.ofSeconds(cursor.zigzag(), cursor.number());
            case Tag.ABSENT -> Optional.empty();
            case Tag.PRESENT -> Optional.ofNullable(any(cursor));
            case Tag.LIST -> list(cursor);
            case Tag.SET -> new LinkedHashSet<>(list(cursor));
            case Tag.MAP -> {
                int count = cursor.count(2);
                var map = new LinkedHashMap<Object, Object>();
                for (int i = 0; i < count; i++) {
                    var key = any(cursor);
                    map.put(key, any(cursor));
                }
                yield map;
            }
            case Tag.CONSTANT -> constant(binding(cursor), cursor);
            case Tag.RECORD -> data(cursor);
            case Tag.AGAIN -> newest.get(number(cursor));
            default -> throw new CodecProblem("it has a value of a kind that this version does not know");
        };
    }

    private List<Object> list(Cursor cursor) {
        int count = cursor.count(1);
        var list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(any(cursor));
        }
        return list;
    }

    private Object constant(Binding binding, Cursor cursor) {
        int place = (int) cursor.number();
        if (!binding.definition().constants() || place < 0 || place >= binding.definition().parts().size()) {
            throw new CodecProblem("it has a constant that was not defined");
        }
        return binding.constant(place, skipping > 0);
    }

    private Object data(Cursor cursor) {
        int number = number(cursor);
        var binding = bindings.get(number);
        if (binding.definition().constants()) {
            throw new CodecProblem("it has a record that was not defined");
        }
        binding.require(skipping > 0);
        var components = binding.prepared();
        for (int i = 0; i < binding.definition().parts().size(); i++) {
            int target = binding.target(i);
            skipping += target < 0 ? 1 : 0;
            var value = any(cursor);
            skipping -= target < 0 ? 1 : 0;
            if (target >= 0) {
                components[target] = binding.fitting(target, value);
            }
        }
        var value = binding.make(components);
        newest.set(number, value);
        return value;
    }

    private Binding binding(Cursor cursor) {
        return bindings.get(number(cursor));
    }

    private int number(Cursor cursor) {
        long number = cursor.number();
        if (number < 0 || number >= bindings.size()) {
            throw new CodecProblem("it has a type that was not defined");
        }
        return (int) number;
    }
}
