package org.mirrorbook.recording.codec;

import java.util.Arrays;
import java.util.Optional;

/** How what a file defines becomes what this version has of it. Immutable. */
final class Binding {

    private final Definition definition;
    private final Optional<Shape> shape;
    /** For each part of the definition its place in the shape, -1 where it is gone. */
    private final int[] targets;
    /** What components that the file does not have are. */
    private final Object[] prepared;
    private final Optional<String> missing;

    private Binding(Definition definition, Optional<Shape> shape, int[] targets, Object[] prepared, Optional<String> missing) {
        this.definition = definition;
        this.shape = shape;
        this.targets = targets;
        this.prepared = prepared;
        this.missing = missing;
    }

    static Binding of(Definition definition, Vocabulary vocabulary) {
        var shape = vocabulary.named(definition.name()).filter(one -> one.definition.constants() == definition.constants());
        var targets = new int[definition.parts().size()];
        Arrays.fill(targets, -1);
        if (shape.isEmpty()) {
            return new Binding(definition, shape, targets, new Object[0], Optional.empty());
        }
        var parts = shape.get().definition.parts();
        for (int i = 0; i < targets.length; i++) {
            targets[i] = parts.indexOf(definition.parts().get(i));
        }
        var prepared = new Object[shape.get().declared.length];
        Optional<String> missing = Optional.empty();
        for (int i = 0; i < prepared.length; i++) {
            if (!definition.parts().contains(parts.get(i))) {
                var absent = vocabulary.absent(shape.get().declared[i]);
                prepared[i] = absent.orElse(null);
                missing = absent.isPresent() ? missing : Optional.of(parts.get(i));
            }
        }
        return new Binding(definition, shape, targets, prepared, missing);
    }

    Definition definition() {
        return definition;
    }

    int target(int part) {
        return targets[part];
    }

    Object[] prepared() {
        return prepared.clone();
    }

    void require(boolean skipping) {
        if (!skipping && shape.isEmpty()) {
            throw new CodecProblem("it has a " + definition.name() + ", which this version does not know");
        } else if (!skipping && missing.isPresent()) {
            throw new CodecProblem("its " + definition.name() + " has no " + missing.get());
        }
    }

    Object constant(int place, boolean skipping) {
        require(skipping);
        if (skipping && (shape.isEmpty() || targets[place] < 0)) {
            return null;
        } else if (targets[place] < 0) {
            throw new CodecProblem("it has a " + definition.parts().get(place) + ", which this version does not know");
        }
        return shape.orElseThrow().constants[targets[place]];
    }

    /** Nothing where the type is gone, within a component that is gone too. */
    Object make(Object[] components) {
        return shape.isEmpty() || missing.isPresent() ? null : shape.get().make(components);
    }

    /** Whole numbers are written alike, whatever their size. */
    Object fitting(int target, Object value) {
        var declared = shape.orElseThrow().declared[target];
        return declared == int.class && value instanceof Long whole ? (Object) Math.toIntExact(whole) : value;
    }
}
