package org.mirrorbook.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file {@code settings} of a home: one {@code key=value} a line. It is replaced as a whole, so that a kill leaves the old or the new.
 */
final class SettingsFile implements Settings {

    private final Path file;
    private final Map<String, String> forThisRun;

    /** @param forThisRun what the command line said */
    SettingsFile(Path folder, Map<String, String> forThisRun) {
        this.file = folder.resolve("settings");
        this.forThisRun = Map.copyOf(forThisRun);
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(forThisRun.get(key)).or(() -> Optional.ofNullable(read().get(key)));
    }

    @Override
    public synchronized void put(String key, Optional<String> value) {
        if (!key.matches("[a-z][a-z.-]*") || value.filter(text -> text.lines().count() > 1).isPresent()) {
            throw new IllegalArgumentException("not a setting: " + key);
        }
        var kept = read();
        value.ifPresentOrElse(text -> kept.put(key, text), () -> kept.remove(key));
        var text = kept.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue() + "\n").collect(Collectors.joining());
        try {
            var fresh = file.resolveSibling("settings.new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new HomeProblem(false, "The settings in " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private Map<String, String> read() {
        try {
            var kept = new TreeMap<String, String>();
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int at = line.indexOf('=');
                if (at > 0) {
                    kept.put(line.substring(0, at), line.substring(at + 1));
                }
            }
            return kept;
        } catch (NoSuchFileException none) {
            return new TreeMap<>();
        } catch (IOException e) {
            throw new HomeProblem(false, "The settings in " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
