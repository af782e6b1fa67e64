package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.recording.codec.Vocabulary;
import org.mirrorbook.runtime.Home;

/** Reads segments of this version, plain and compressed, and the lines of earlier ones. */
@Component(service = RecordingReader.class)
public final class FileRecordingReader implements RecordingReader {

    private final AccountFolders folders;
    private final Vocabulary vocabulary = Words.ofLaneInputs();

    @Activate
    public FileRecordingReader(@Reference Home home) {
        this(home.folder().resolve("recordings"));
    }

    FileRecordingReader(Path folder) {
        this.folders = new AccountFolders(folder);
    }

    @Override
    public void read(List<Path> files, Consumer<Recorded> each) {
        var byAccount = new LinkedHashMap<AccountId, List<SegmentFile>>();
        files.stream().flatMap(FileRecordingReader::inFolder).map(file -> file.toAbsolutePath().normalize()).distinct()
                .flatMap(file -> SegmentFile.look(file).stream()).distinct()
                .forEach(segment -> byAccount.computeIfAbsent(segment.account(), none -> new ArrayList<>()).add(segment));
        for (var segments : byAccount.values()) {
            segments.sort(Comparator.comparingLong(SegmentFile::first).thenComparing(SegmentFile::plain));
            withoutDoubles(segments);
            inOrder(segments, each);
        }
    }

    private void inOrder(List<SegmentFile> segments, Consumer<Recorded> each) {
        long next = segments.getFirst().first();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (segment.first() != next) {
                throw new JournalProblem(Remedy.ASK_USER, "The recording of account " + segment.account() + " is incomplete before "
                        + segment.file() + ": input " + next + " is missing or comes twice.");
            }
            next = segment.read(vocabulary, next, i == segments.size() - 1, Span.ALL, each);
        }
    }

    /** A kill between the last two steps of compressing leaves both forms of one segment: the compressed one was checked. */
    private static void withoutDoubles(List<SegmentFile> segments) {
        Map<Long, SegmentFile> compressed = new LinkedHashMap<>();
        segments.stream().filter(segment -> !segment.plain()).forEach(segment -> compressed.put(segment.first(), segment));
        segments.removeIf(segment -> segment.plain() && compressed.containsKey(segment.first())
                && compressed.get(segment.first()).file().getParent().equals(segment.file().getParent()));
    }

    /** A folder stands for the segments in it. */
    private static Stream<Path> inFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try {
            return SegmentName.in(path).stream().map(SegmentName::file).toList().stream();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public List<Path> files(AccountId account) {
        return names(account).stream().map(SegmentName::file).toList();
    }

    private List<SegmentName> names(AccountId account) {
        var folder = folders.of(account);
        try {
            return SegmentName.in(folder);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    @Override
    public List<Segment> segments(AccountId account) {
        var names = names(account);
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < names.size(); i++) {
            var last = i + 1 < names.size() ? OptionalLong.of(names.get(i + 1).first() - 1) : OptionalLong.empty();
            segments.add(new Segment(names.get(i).file(), names.get(i).first(), last));
        }
        return segments;
    }

    @Override
    public void read(AccountId account, long from, long to, Cancellation cancellation, Consumer<Recorded> each) {
        var segments = segments(account);
        var wanted = new Span(from, to, cancellation);
        for (var segment : segments) {
            if (segment.hasAnyOf(from, to)) {
                SegmentFile.look(segment.file())
                        .ifPresent(file -> file.read(vocabulary, file.first(), segment.last().isEmpty(), wanted, each));
            }
        }
    }

    private static JournalProblem unreadable(Path folder, IOException cause) {
        return new JournalProblem(Remedy.RETRY, "The recordings in " + folder + " cannot be listed: " + cause.getMessage() + ".", cause);
    }
}
