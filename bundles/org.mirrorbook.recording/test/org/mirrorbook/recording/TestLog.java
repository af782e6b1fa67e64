package org.mirrorbook.recording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;

/** A log on a folder, and what is in it. */
final class TestLog {

    static final AccountId ACCOUNT = new AccountId("a-1");
    static final Instant AT = Instant.parse("2026-01-02T03:04:05.000006Z");
    static final Retention EVERYTHING = new Retention(1L << 40, 0);

    private TestLog() {
    }

    static FileMessageLog of(Path folder, long segmentSize) {
        return new FileMessageLog(folder, segmentSize, housekeeping(EVERYTHING, step -> {
            // goes on
        }));
    }

    static Housekeeping housekeeping(Retention retention, Consumer<Compression.Step> reached) {
        return new Housekeeping(() -> retention, Clock.fixed(AT, ZoneOffset.UTC), new Compression(reached));
    }

    static LaneInput heard(String text) {
        return new LaneInput.Heard("positions", text, List.of(), AT);
    }

    static List<Recorded> read(Path folder, Path... files) {
        var all = new ArrayList<Recorded>();
        new FileRecordingReader(folder).read(List.of(files), all::add);
        return all;
    }

    /** The texts of an account, by its own files. */
    static List<String> texts(Path folder) {
        var reader = new FileRecordingReader(folder);
        var texts = new ArrayList<String>();
        reader.read(reader.files(ACCOUNT), one -> texts.add(((LaneInput.Heard) one.input()).text()));
        return texts;
    }
}
