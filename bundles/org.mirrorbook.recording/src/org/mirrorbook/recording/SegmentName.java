package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a segment says: {@code first.mbr} while it is written, {@code first-last.mbr.gz} once it is closed and compressed,
 * {@code first.jsonl} where an earlier version wrote it. Numbers have 19 digits, so that names sort as inputs do.
 *
 * @param last number of the last input, 0 where the name does not say it
 */
record SegmentName(Path file, Kind kind, long first, long last) {

    /** The forms of a segment. */
    enum Kind {
        PLAIN, COMPRESSED, LINES
    }

    private static final Pattern NAME = Pattern.compile("(\\d{19})(?:(\\.mbr)|-(\\d{19})\\.mbr\\.gz|(\\.jsonl))");
    private static final String IN_WORK = ".part";

    static Optional<SegmentName> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(name.group(1));
        return Optional.of(name.group(2) != null ? new SegmentName(file, Kind.PLAIN, first, 0)
                : name.group(3) != null ? new SegmentName(file, Kind.COMPRESSED, first, Long.parseLong(name.group(3)))
                : new SegmentName(file, Kind.LINES, first, 0));
    }

    static SegmentName plain(Path folder, long first) {
        return new SegmentName(folder.resolve("%019d.mbr".formatted(first)), Kind.PLAIN, first, 0);
    }

    SegmentName compressed(long last) {
        return new SegmentName(file.resolveSibling("%019d-%019d.mbr.gz".formatted(first, last)), Kind.COMPRESSED, first, last);
    }

    /** Where it is written before it has its name. */
    Path inWork() {
        return file.resolveSibling(file.getFileName() + IN_WORK);
    }

    static boolean isInWork(Path file) {
        return file.getFileName().toString().endsWith(".mbr.gz" + IN_WORK);
    }

    /**
     * The segments of a folder, oldest first. Of one that is there twice, since a kill came between the last two steps of compressing it,
     * the compressed form: it was checked before it got its name.
     */
    static List<SegmentName> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var all = files.flatMap(file -> of(file).stream())
                    .sorted(Comparator.comparingLong(SegmentName::first).thenComparing(SegmentName::kind)).toList();
            return all.stream().filter(one -> one.kind != Kind.PLAIN || !one.isDoubled(all)).toList();
        }
    }

    boolean isDoubled(List<SegmentName> all) {
        return all.stream().anyMatch(other -> other.kind == Kind.COMPRESSED && other.first == first
                && other.file.toAbsolutePath().getParent().equals(file.toAbsolutePath().getParent()));
    }
}
