package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** What the recording of an account holds. */
public record RecordingRow(String account, List<Cell> cells) implements Row {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    public RecordingRow {
        requireNonNull(account);
        cells = List.copyOf(cells);
    }

    /** The columns, in their order. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words(Messages.RecordingRow_account, 160, 3), ColumnSpec.figures(Messages.RecordingRow_holds, 96, 1),
                ColumnSpec.figures(Messages.RecordingRow_files, 72, 1), ColumnSpec.words(Messages.RecordingRow_oldest, 140, 2));
    }

    /**
     * @param bytes of all files together
     * @param oldest when the oldest file was last written; absent without a file
     */
    public static RecordingRow of(String account, long bytes, int files, Optional<Instant> oldest, Figures figures, Instant now) {
        return new RecordingRow(account, List.of(Cell.of(account), Cell.of(size(bytes, figures)), Cell.of(figures.count(files)),
                Cell.of(figures.orAbsent(oldest, at -> figures.opened(at, now)))));
    }

    /** {@code 12 MB}, {@code 640 kB}: rounded up, so that what is there is never shown as nothing. */
    public static String size(long bytes, Figures figures) {
        return bytes >= MEGABYTE ? NLS.bind(Messages.RecordingRow_mb, figures.count(Math.ceilDiv(bytes, MEGABYTE)))
                : NLS.bind(Messages.RecordingRow_kb, figures.count(Math.ceilDiv(bytes, KILOBYTE)));
    }
}
