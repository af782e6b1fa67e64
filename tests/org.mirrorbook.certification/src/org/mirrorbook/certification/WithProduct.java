package org.mirrorbook.certification;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives stories the one product. */
public final class WithProduct implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OneProduct.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // JUnit closes what its stores hold
        return context.getRoot().getStore(ExtensionContext.Namespace.create(WithProduct.class)).getOrComputeIfAbsent(OneProduct.class,
                one -> new OneProduct(), OneProduct.class);
    }
}
