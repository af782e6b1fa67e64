package org.mirrorbook.tests.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.runtime.Settings;

/** Settings that live as long as the test. */
final class HomeSettings implements Settings {

    private final Map<String, String> values;

    HomeSettings(Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, Optional<String> value) {
        value.ifPresentOrElse(present -> values.put(key, present), () -> values.remove(key));
    }
}
