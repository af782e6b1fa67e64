package org.mirrorbook.ui.books;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.keys.IBindingService;

/** The keys of a command as they are bound, also while the context in which they count is not active. UI thread only. */
final class BoundKeys {

    private final IBindingService bindings;

    BoundKeys(IBindingService bindings) {
        this.bindings = bindings;
    }

    Optional<String> of(String command) {
        // a view that is restored with the workbench is built before any context is active
        return Optional.ofNullable(bindings.getBestActiveBindingFormattedFor(command))
                .or(() -> Arrays.stream(bindings.getBindings()).filter(binding -> isOf(binding, command))
                        .max((one, other) -> Integer.compare(one.getType(), other.getType()))
                        .map(binding -> binding.getTriggerSequence().format()));
    }

    private static boolean isOf(Binding binding, String command) {
        return binding.getParameterizedCommand() != null && binding.getParameterizedCommand().getId().equals(command)
                && (binding.getPlatform() == null || binding.getPlatform().equals(Platform.getWS()));
    }
}
