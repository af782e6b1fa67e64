package org.mirrorbook.recording.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record or an enum of this version, with the ways into it and out of it, found once. Immutable. */
final class Shape {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    /** Its place in the {@link Vocabulary}. */
    final int id;
    final Class<?> type;
    final Definition definition;
    /** What the components are declared as. */
    final Class<?>[] declared;
    /** {@code (Object) → Object}, one a component. */
    final MethodHandle[] accessors;
    /** {@code (Object[]) → Object}. */
    final MethodHandle maker;
    final Object[] constants;

    Shape(int id, Class<?> type) {
        this.id = id;
        this.type = type;
        if (type.isEnum()) {
            constants = type.getEnumConstants();
            definition = new Definition(type.getName(), true, Arrays.stream(constants).map(one -> ((Enum<?>) one).name()).toList());
            declared = new Class<?>[0];
            accessors = new MethodHandle[0];
            maker = null;
        } else {
            var components = type.getRecordComponents();
            constants = new Object[0];
            definition = new Definition(type.getName(), false, Arrays.stream(components).map(RecordComponent::getName).toList());
            declared = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            accessors = Arrays.stream(components).map(this::accessor).toArray(MethodHandle[]::new);
            maker = maker();
        }
    }

    private MethodHandle accessor(RecordComponent component) {
        try {
            return LOOKUP.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new CodecProblem(type.getName() + " is not public", e);
        }
    }

    private MethodHandle maker() {
        try {
            var constructor = LOOKUP.findConstructor(type, MethodType.methodType(void.class, declared));
            return constructor.asSpreader(Object[].class, declared.length).asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new CodecProblem(type.getName() + " cannot be made from its components", e);
        }
    }

    Object make(Object[] components) {
        try {
            return (Object) maker.invokeExact(components);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new CodecProblem("its " + type.getSimpleName() + " is not one", e);
        }
    }
}
