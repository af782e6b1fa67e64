package org.mirrorbook.exchange.practice.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.FloorState;
import org.mirrorbook.exchange.practice.books.LedgerPage;
import org.mirrorbook.exchange.practice.trader.TraderState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;

/**
 * The file in which the books of a practice exchange survive a restart: JSON lines. The first line holds everything; each event adds one
 * line, so that remembering costs the same however long the history is, and a process killed while writing loses at most the line it was
 * at. A file that cannot be understood is moved aside, never overwritten. Not safe for use from several threads.
 */
public final class MemoryFile {

    private static final int LINES_BEFORE_REWRITE = 400;

    private final Logger logger = LoggerFactory.getLogger(MemoryFile.class);
    private final Path file;
    private final MemoryForm form;
    private final Clock clock;
    private int lines;

    public MemoryFile(Path file, Contracts contracts, Clock clock) {
        this.file = file;
        this.form = new MemoryForm(contracts);
        this.clock = clock;
    }

    /** What the file tells: how everything stood last, and the whole ledgers. */
    public record Remembered(FloorState floor, List<TraderState> traders, List<LedgerPage> ledgers) {
    }

    /** Reads the file; empty when there is none or it was broken and has been moved aside. */
    public Optional<Remembered> recall() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read());
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException broken) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken-" + clock.millis());
            try {
                Files.move(file, aside);
            } catch (IOException stuck) {
                stuck.addSuppressed(broken);
                throw new UncheckedIOException("The practice exchange's memory " + file + " is broken and cannot be moved aside", stuck);
            }
            logger.warn("The practice exchange's memory could not be read and was moved to {}; the exchange starts afresh", aside, broken);
            return Optional.empty();
        }
    }

    private Remembered read() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n');
        if (whole < 0) {
            throw new IllegalArgumentException("The memory holds no whole line");
        }
        List<LedgerPage> ledgers = new ArrayList<>();
        MemoryLine last = null;
        for (String line : text.substring(0, whole).split("\n")) {
            last = form.read(line);
            if (last.version() != MemoryLine.VERSION) {
                throw new IllegalArgumentException("The memory is of version " + last.version() + ", not " + MemoryLine.VERSION);
            }
            for (int account = 0; account < last.news().size(); account++) {
                if (account == ledgers.size()) {
                    ledgers.add(new LedgerPage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                }
                ledgers.get(account).lives().addAll(last.news().get(account).lives());
                ledgers.get(account).fills().addAll(last.news().get(account).fills());
                ledgers.get(account).orders().addAll(last.news().get(account).orders());
            }
        }
        return new Remembered(last.floor(), last.traders(), List.copyOf(ledgers));
    }

    /** Whether the file has grown so long that {@link #rewrite} should be called next. */
    public boolean isLong() {
        return lines == 0 || lines >= LINES_BEFORE_REWRITE;
    }

    /** Adds a line. */
    public void append(MemoryLine line) {
        try {
            Files.writeString(file, form.write(line) + "\n", StandardOpenOption.APPEND);
            lines++;
        } catch (IOException failed) {
            lost(failed);
        }
    }

    /** Replaces everything, in one move, by a line whose news are the whole ledgers. */
    public void rewrite(MemoryLine everything) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(fresh, form.write(everything) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            lines = 1;
        } catch (IOException failed) {
            lost(failed);
        }
    }

    /** Trading goes on; the next event tries again with everything. */
    private void lost(IOException failed) {
        lines = 0;
        logger.error("The practice exchange could not write its memory to {}", file, failed);
    }
}
