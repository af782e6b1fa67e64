package org.mirrorbook.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mirrorbook.recording.TestLog.ACCOUNT;
import static org.mirrorbook.recording.TestLog.heard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;

class FileMessageLogTest {

    private static final int SEEDS = Integer.getInteger("mirrorbook.laws", 100);
    private static final String FIRST = "0000000000000000001.mbr";

    @TempDir
    Path folder;

    @Test
    void whateverIsAppendedComesBackEqualWithItsNumber() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var home = folder.resolve("s" + seed);
            var random = new RandomInputs(seed);
            var inputs = new ArrayList<LaneInput>();
            var log = TestLog.of(home, 20_000);
            for (int i = 0; i < 30; i++) {
                inputs.add(random.next());
                assertThat(log.append(ACCOUNT, inputs.getLast())).isEqualTo(i + 1);
                if (i % 11 == 10) {
                    log.release(ACCOUNT);
                }
            }
            log.close();

            var read = TestLog.read(home, new FileRecordingReader(home).files(ACCOUNT).toArray(Path[]::new));
            assertThat(read).as("seed %s", seed).extracting(Recorded::input).isEqualTo(inputs);
            assertThat(read).extracting(Recorded::number).isEqualTo(IntStream.rangeClosed(1, 30).mapToObj(Long::valueOf).toList());
        }
    }

    @Test
    void numbersGoOnAfterARestartAndAfterARelease() {
        var log = log();
        log.append(ACCOUNT, heard("one"));
        log.release(ACCOUNT);
        assertThat(log.append(ACCOUNT, heard("two"))).isEqualTo(2);
        log.close();

        var again = log();
        assertThat(again.append(ACCOUNT, heard("three"))).isEqualTo(3);
        again.close();
        assertThat(TestLog.texts(folder)).containsExactly("one", "two", "three");
        assertThat(folder.resolve("a-1")).isDirectoryContaining(file -> file.endsWith(FIRST)).satisfies(
                dir -> assertThat(dir.toFile().list()).hasSize(1));
    }

    @Test
    void whatIsFlushedIsInTheFileWhileTheLogIsOpen() {
        var log = log();
        log.append(ACCOUNT, heard("one"));
        log.flush(ACCOUNT);
        log.append(ACCOUNT, heard("two"));

        assertThat(TestLog.texts(folder)).containsExactly("one");
        log.close();
    }

    @Test
    void aReaderSeesTheFileAsItWasWhenItWasOpened() throws IOException {
        var file = Files.writeString(folder.resolve("growing"), "one");
        try (var in = AsItIsNow.open(file)) {
            Files.writeString(file, "two", StandardOpenOption.APPEND);

            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("one");
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void aKillAtAnyByteLosesNothingButTheInputThatWasCut() throws IOException {
        var log = log();
        log.append(ACCOUNT, heard("one"));
        log.append(ACCOUNT, heard("two"));
        log.close();
        long two = Files.size(first());
        log = log();
        log.append(ACCOUNT, heard("three"));
        log.close();
        var whole = Files.readAllBytes(first());

        for (int length = 0; length < whole.length; length++) {
            Files.write(first(), Arrays.copyOf(whole, length));
            var kept = TestLog.texts(folder);
            assertThat(kept).isEqualTo(List.of("one", "two", "three").subList(0, kept.size()));
            assertThat(kept).hasSizeGreaterThanOrEqualTo(length >= two ? 2 : 0);

            var again = log();
            assertThat(again.append(ACCOUNT, heard("next"))).as("after a cut at %s", length).isEqualTo(kept.size() + 1);
            again.close();
            kept.add("next");
            assertThat(TestLog.texts(folder)).isEqualTo(kept);
        }
    }

    @Test
    void damageThatIsNotAtTheEndIsAProblemThatNamesFileAndNumberForWriterAndReader() throws IOException {
        var log = log();
        for (int i = 1; i <= 9; i++) {
            log.append(ACCOUNT, heard("text " + i));
        }
        log.close();
        var whole = Files.readAllBytes(first());
        int five = new String(whole, StandardCharsets.ISO_8859_1).indexOf("text 5");
        whole[five] ^= 1;
        Files.write(first(), whole);

        assertThatThrownBy(() -> TestLog.texts(folder)).isInstanceOf(JournalProblem.class).hasMessageContaining(FIRST)
                .hasMessageContaining("input 5");
        var problem = catchThrowableOfType(JournalProblem.class, () -> log().append(ACCOUNT, heard("x")));
        assertThat(problem).hasMessageContaining(FIRST).hasMessageContaining("input 5");
        assertThat(problem.remedy()).isEqualTo(Remedy.ASK_USER);
        assertThat(first()).as("nothing was cut").hasBinaryContent(whole);
    }

    @Test
    void aFullSegmentIsFollowedByOneNamedByItsFirstInputAndIsCompressed() throws Exception {
        var housekeeping = TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        });
        var log = new FileMessageLog(folder, 4_000, housekeeping);
        for (int i = 1; i <= 10; i++) {
            log.append(ACCOUNT, heard(i + "x".repeat(1_000)));
        }
        housekeeping.await();
        log.close();

        assertThat(folder.resolve("a-1").toFile().list()).containsExactlyInAnyOrder("0000000000000000001-0000000000000000004.mbr.gz",
                "0000000000000000005-0000000000000000008.mbr.gz", "0000000000000000009.mbr");
        assertThat(TestLog.texts(folder)).hasSize(10).first().asString().startsWith("1x");
        assertThat(Files.size(folder.resolve("a-1").resolve("0000000000000000001-0000000000000000004.mbr.gz"))).isLessThan(1_000);
    }

    @Test
    void numbersGoOnBehindTheLinesOfAnEarlierVersionWhichStayReadable() throws IOException {
        Files.createDirectories(folder.resolve("a-1"));
        Files.writeString(folder.resolve("a-1").resolve("0000000000000000041.jsonl"), """
                {"n":41,"at":"2026-01-02T03:04:05.000006Z","channel":"positions","text":"{\\"arg\\":\\"a\\\\b\\"}\\r\\n\\t\\u0001 ü 😀"}
                {"n":42,"at":"2026-01-02T03:04:06Z","channel":"positions","text":"two"}
                {"n":43,"at":"2026-01-02T03:04:06Z","chan""");

        var log = log();
        assertThat(log.append(ACCOUNT, heard("three"))).isEqualTo(43);
        log.close();

        assertThat(TestLog.texts(folder)).containsExactly("{\"arg\":\"a\\b\"}\r\n\t\u0001 ü 😀", "two", "three");
        var first = TestLog.read(folder, folder.resolve("a-1")).getFirst();
        assertThat(first).isEqualTo(new Recorded(ACCOUNT, 41, new LaneInput.Heard("positions", "{\"arg\":\"a\\b\"}\r\n\t\u0001 ü 😀",
                List.of(), Instant.parse("2026-01-02T03:04:05.000006Z"))));
    }

    @Test
    void aFileThatWasBegunAndNeverFilledKeepsItsNumber() throws IOException {
        Files.createDirectories(folder.resolve("a-1"));
        Files.writeString(folder.resolve("a-1").resolve("0000000000000000042.mbr"), "MBR");

        var log = log();
        assertThat(log.append(ACCOUNT, heard("x"))).isEqualTo(42);
        log.close();
        assertThat(TestLog.texts(folder)).containsExactly("x");
    }

    @Test
    void accountsDoNotShareNumbersAndAreReadFromOneHeapOfFiles() throws IOException {
        var other = new AccountId("a-2");
        var log = TestLog.of(folder, 1_500);
        for (int i = 1; i <= 9; i++) {
            log.append(ACCOUNT, heard("a" + i + "x".repeat(500)));
            assertThat(log.append(other, heard("b" + i + "x".repeat(500)))).isEqualTo(i);
        }
        log.close();
        var reader = new FileRecordingReader(folder);
        var files = new ArrayList<>(reader.files(other).reversed());
        files.addAll(reader.files(ACCOUNT).reversed());

        var read = TestLog.read(folder, files.toArray(Path[]::new));

        assertThat(read).filteredOn(one -> one.account().equals(ACCOUNT)).extracting(Recorded::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(read).filteredOn(one -> one.account().equals(other)).hasSize(9);
        var gap = new ArrayList<>(reader.files(ACCOUNT));
        gap.remove(1);
        assertThatThrownBy(() -> TestLog.read(folder, gap.toArray(Path[]::new))).isInstanceOf(JournalProblem.class)
                .hasMessageContaining("incomplete");
    }

    @Test
    void whatIsNoRecordingIsSaidToBeNone() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "hello, this is no recording at all");

        assertThatThrownBy(() -> TestLog.read(folder, file)).isInstanceOf(JournalProblem.class).hasMessageContaining("is not a recording");
        assertThatThrownBy(() -> TestLog.read(folder, folder.resolve("none"))).isInstanceOf(JournalProblem.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void anAccountIdThatWouldLeaveTheFolderIsRefused() {
        for (String wrong : List.of("..", ".", "a/b", "a\\b", "a b")) {
            var problem = catchThrowableOfType(JournalProblem.class, () -> log().append(new AccountId(wrong), heard("t")));
            assertThat(problem.remedy()).isEqualTo(Remedy.REPORT);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenMayBeTriedAgain() throws IOException {
        Files.writeString(folder.resolve("a-1"), "a file where a folder should be");
        var log = log();

        var problem = catchThrowableOfType(JournalProblem.class, () -> log.append(ACCOUNT, heard("t")));
        assertThat(problem.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(problem).hasMessageContaining("account a-1");

        Files.delete(folder.resolve("a-1"));
        assertThat(log.append(ACCOUNT, heard("t"))).isEqualTo(1);
        log.close();
    }

    @Test
    void tornBytesWithinTheCompressedFormAreDamage() throws Exception {
        var housekeeping = TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        });
        var log = new FileMessageLog(folder, 500, housekeeping);
        log.append(ACCOUNT, heard("x".repeat(600)));
        log.append(ACCOUNT, heard("y"));
        housekeeping.await();
        log.close();
        var compressed = folder.resolve("a-1").resolve("0000000000000000001-0000000000000000001.mbr.gz");
        var bytes = Files.readAllBytes(compressed);
        try (var out = Files.newOutputStream(compressed, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(bytes, 0, bytes.length - 20);
        }

        assertThatThrownBy(() -> TestLog.texts(folder)).isInstanceOf(JournalProblem.class).hasMessageContaining("input 1");
    }

    private FileMessageLog log() {
        return TestLog.of(folder, 1 << 20);
    }

    private Path first() {
        return folder.resolve("a-1").resolve(FIRST);
    }
}
