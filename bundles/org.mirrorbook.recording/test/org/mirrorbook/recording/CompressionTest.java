package org.mirrorbook.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.recording.TestLog.ACCOUNT;
import static org.mirrorbook.recording.TestLog.heard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.mirrorbook.journal.Recorded;

class CompressionTest {

    private static final List<String> TEXTS = IntStream.rangeClosed(1, 9).mapToObj(i -> i + "x".repeat(500)).toList();

    @TempDir
    Path folder;

    /** The kill is an error out of the middle of the work: what it left in the folder is what a process would leave. */
    @ParameterizedTest
    @EnumSource(Compression.Step.class)
    void aKillAtAnyStepLosesNothingAndLeavesNoDouble(Compression.Step last) throws Exception {
        var housekeeping = TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            if (step == last) {
                throw new Killed();
            }
        });
        record(housekeeping, TEXTS);

        assertThat(TestLog.texts(folder)).as("before the restart").isEqualTo(TEXTS);
        assertThat(TestLog.read(folder, files())).as("whatever files are named").hasSize(9);

        var next = TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        });
        record(next, List.of("ten"));
        var names = folder.resolve("a-1").toFile().list();
        assertThat(names).as("three are full, the fourth is written").hasSize(5).filteredOn(name -> name.endsWith(".gz")).hasSize(4);
        assertThat(TestLog.texts(folder)).hasSize(10).startsWith(TEXTS.toArray(String[]::new));
    }

    @Test
    void aSegmentThatIsDamagedIsNotCompressedAndNotDeleted() throws Exception {
        var idle = TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            throw new Killed();
        });
        record(idle, TEXTS);
        var first = folder.resolve("a-1").resolve("0000000000000000001.mbr");
        var bytes = Files.readAllBytes(first);
        bytes[bytes.length - 3] ^= 1;
        Files.write(first, bytes);

        var next = TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        });
        record(next, List.of());

        assertThat(first).hasBinaryContent(bytes);
    }

    @Test
    void theOldestClosedSegmentsAreDeletedBeyondTheSizeAndNumbersGoOn() throws Exception {
        var housekeeping = TestLog.housekeeping(new Retention(0, 0), step -> {
            // goes on
        });
        record(housekeeping, TEXTS);

        assertThat(folder.resolve("a-1").toFile().list()).as("never the one that is written").containsExactly("0000000000000000009.mbr");
        var log = new FileMessageLog(folder, 1_000, TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        }));
        assertThat(log.append(ACCOUNT, heard("ten"))).isEqualTo(10);
        log.close();
        assertThat(TestLog.read(folder, files())).extracting(Recorded::number).containsExactly(9L, 10L);
    }

    @Test
    void closedSegmentsAreDeletedWhenTheirLastInputIsTooOld() throws Exception {
        record(TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        }), TEXTS);
        var files = List.of(files());
        for (int i = 0; i < files.size(); i++) {
            // the first three were written last 41, 31 and 21 days before now
            Files.setLastModifiedTime(files.get(i), FileTime.from(TestLog.AT.minus(Duration.ofDays(41 - 10 * i))));
        }

        record(TestLog.housekeeping(new Retention(1L << 40, 30), step -> {
            // goes on
        }), List.of());

        assertThat(List.of(files())).isEqualTo(files.subList(2, files.size()));
    }

    @Test
    void theCompressedFormKeepsTheTimeOfTheLastInput() throws Exception {
        record(TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            throw new Killed();
        }), TEXTS);
        var plain = folder.resolve("a-1").resolve("0000000000000000001.mbr");
        Files.setLastModifiedTime(plain, FileTime.from(TestLog.AT));

        record(TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        }), List.of());

        assertThat(Files.getLastModifiedTime(files()[0]).toInstant()).isEqualTo(TestLog.AT);
    }

    @Test
    void aLimitThatIsChangedWhileNothingIsRecordedCountsWithinTheHour() throws Exception {
        var kept = new AtomicReference<>(TestLog.EVERYTHING);
        var housekeeping = new Housekeeping(kept::get, Clock.fixed(TestLog.AT, ZoneOffset.UTC), new Compression(step -> {
            // goes on
        }));
        record(housekeeping, TEXTS);
        assertThat(files()).hasSizeGreaterThan(1);

        kept.set(new Retention(0, 0));
        housekeeping.tidyAll();

        assertThat(folder.resolve("a-1").toFile().list()).containsExactly("0000000000000000009.mbr");
    }

    /** Two inputs a segment. */
    private void record(Housekeeping housekeeping, List<String> texts) throws Exception {
        var log = new FileMessageLog(folder, 1_000, housekeeping);
        texts.forEach(text -> log.append(ACCOUNT, heard(text)));
        if (texts.isEmpty()) {
            housekeeping.tidy(folder.resolve("a-1"), 9);
        }
        housekeeping.await();
        log.close();
    }

    private Path[] files() throws Exception {
        try (var all = Files.list(folder.resolve("a-1"))) {
            return all.filter(file -> SegmentName.of(file).isPresent()).sorted().toArray(Path[]::new);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
