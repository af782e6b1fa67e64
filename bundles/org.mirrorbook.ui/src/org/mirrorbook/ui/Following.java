package org.mirrorbook.ui;

import java.util.Optional;
import java.util.function.Function;

/**
 * Follows the one service that is current: when it is another one, the subscription at the former ends. UI thread only.
 *
 * @param <T> the service
 */
public final class Following<T> {

    private T followed;
    private Runnable end = () -> {
    };

    /** @param subscribe returns what ends the subscription */
    public void follow(Optional<T> service, Function<T, Runnable> subscribe) {
        if (service.orElse(null) != followed) {
            stop();
            service.ifPresent(newest -> {
                followed = newest;
                end = subscribe.apply(newest);
            });
        }
    }

    public void stop() {
        end.run();
        end = () -> {
        };
        followed = null;
    }
}
