package org.mirrorbook.ui.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.runtime.HomeProblem;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.RecordingRow;

/**
 * What the recordings of all accounts hold, removed ones too: each has a folder of its id.
 *
 * @param recordings the folder above them
 */
record RecordingHoldings(Path recordings, AccountService accounts, Clock clock, Figures figures) {

    /** Looks at the files. Blocking. Fails with a {@link HomeProblem}. */
    List<RecordingRow> rows() {
        try {
            var rows = new ArrayList<RecordingRow>();
            for (var account : accounts.everyAccount()) {
                var row = row(account.label(), recordings.resolve(account.id().value()));
                // of an account that is gone only what is still there is of interest
                if (!account.removed() || row.isPresent()) {
                    rows.add(row.orElseGet(() -> RecordingRow.of(account.label(), 0, 0, Optional.empty(), figures, clock.instant())));
                }
            }
            rows.sort(Comparator.comparing(RecordingRow::account));
            return rows;
        } catch (IOException e) {
            throw new HomeProblem(false, NLS.bind(Messages.RecordingPage_unreadable, recordings, e.getMessage()), e);
        }
    }

    private Optional<RecordingRow> row(String label, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        long bytes = 0;
        int count = 0;
        Optional<Instant> oldest = Optional.empty();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try {
                    var written = Files.getLastModifiedTime(file).toInstant();
                    bytes += Files.size(file);
                    count++;
                    oldest = oldest.filter(written::isAfter).or(() -> Optional.of(written));
                } catch (NoSuchFileException deleted) {
                    // its time had come while we looked
                    continue;
                }
            }
        }
        return Optional.of(RecordingRow.of(label, bytes, count, oldest, figures, clock.instant()));
    }
}
