package org.mirrorbook.exchange.bitget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.Products;

/** Real and documented messages, whole; {@code sources.tsv} beside them tells where each comes from. */
public final class Fixtures {

    public static final Products PRODUCTS = Products.of(new AccountId("account-1"), Environment.LIVE);
    public static final Scope USDT = PRODUCTS.scope("USDT-FUTURES").orElseThrow();
    public static final Scope COIN = PRODUCTS.scope("COIN-FUTURES").orElseThrow();
    public static final Scope USDC = PRODUCTS.scope("USDC-FUTURES").orElseThrow();
    public static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");

    private static final Path FOLDER = Path.of("test", "fixtures");
    private static final String CLASSIC = "bitget";

    private Fixtures() {
    }

    /** A message of a classic account by its name, of another kind with its folder: {@code bitget-uta/fill-1.json}. */
    public static String read(String name) {
        try {
            return Files.readString((name.contains("/") ? FOLDER : FOLDER.resolve(CLASSIC)).resolve(name), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of all messages of a folder, as they are read by. */
    public static List<String> names(String folder) {
        var prefix = folder.equals(CLASSIC) ? "" : folder + "/";
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")).map(name -> prefix + name)
                    .sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
