package org.mirrorbook.recording.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All records and enums that can occur in values of one type, found by looking at components and permitted subtypes. Nothing else is ever
 * made from a file, whatever names it has. Immutable; safe for use by any thread.
 */
public final class Vocabulary {

    private final List<Shape> shapes = new ArrayList<>();
    private final Map<Class<?>, Shape> byType = new HashMap<>();
    private final Map<String, Shape> byName = new HashMap<>();
    private final Map<Class<?>, Object> absent;

    /**
     * @param root the type of all values
     * @param absent what a component of that type is, beside the rules of {@link #absent}, where an older file does not have it
     */
    public Vocabulary(Class<?> root, Map<Class<?>, Object> absent) {
        this.absent = Map.copyOf(absent);
        var left = new ArrayDeque<Type>(List.of(root));
        while (!left.isEmpty()) {
            switch (left.poll()) {
                case ParameterizedType generic -> left.addAll(List.of(generic.getActualTypeArguments()));
                case Class<?> type when !byType.containsKey(type) -> look(type, left);
                default -> {
                    // known already
                }
            }
        }
    }

    private void look(Class<?> type, ArrayDeque<Type> left) {
        if (type.isSealed() && type.isInterface()) {
            left.addAll(List.of(type.getPermittedSubclasses()));
        } else if (type.isEnum() || type.isRecord()) {
            var shape = new Shape(shapes.size(), type);
            shapes.add(shape);
            byType.put(type, shape);
            byName.put(type.getName(), shape);
            if (type.isRecord()) {
                for (var component : type.getRecordComponents()) {
                    left.add(component.getGenericType());
                }
            }
        }
    }

    int size() {
        return shapes.size();
    }

    Shape of(Object value) {
        var shape = byType.get(value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass());
        if (shape == null) {
            throw new CodecProblem("a " + value.getClass().getName() + " has no form in a recording");
        }
        return shape;
    }

    Optional<Shape> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * What a component is that an older file does not have: an empty optional or collection, false, {@code none()} of a record that has
     * one, or what was declared for its type.
     */
    Optional<Object> absent(Class<?> type) {
        if (absent.containsKey(type)) {
            return Optional.of(absent.get(type));
        } else if (type == Optional.class) {
            return Optional.of(Optional.empty());
        } else if (type == List.class) {
            return Optional.of(List.of());
        } else if (type == Set.class) {
            return Optional.of(Set.of());
        } else if (type == Map.class) {
            return Optional.of(Map.of());
        } else if (type == boolean.class) {
            return Optional.of(false);
        }
        return type.isRecord() ? none(type) : Optional.empty();
    }

    private static Optional<Object> none(Class<?> type) {
        try {
            return Optional.of(type.getMethod("none").invoke(null));
        } catch (ReflectiveOperationException e) {
            // there is no such value: the caller says so where it is needed
            return Optional.empty();
        }
    }
}
