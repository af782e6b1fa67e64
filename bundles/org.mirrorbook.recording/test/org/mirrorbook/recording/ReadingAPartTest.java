package org.mirrorbook.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.recording.TestLog.ACCOUNT;
import static org.mirrorbook.recording.TestLog.heard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.RecordingReader.Segment;

/** The evidence of one trade is a few inputs of a long recording. */
class ReadingAPartTest {

    @TempDir
    Path folder;

    @Test
    void aStretchOfNumbersIsReadFromTheSegmentsThatHoldItAndFromNoOther() throws Exception {
        compressed();
        // the first segment is spoilt: whoever opens it fails
        var first = reader().segments(ACCOUNT).getFirst().file();
        var spoilt = Files.readAllBytes(first);
        spoilt[spoilt.length / 2] ^= 0x55;
        Files.write(first, spoilt);

        // 1-4 | 5-8 | 9-10
        assertThat(numbers(6, 9)).containsExactly(6L, 7L, 8L, 9L);
        assertThat(numbers(10, 10)).containsExactly(10L);
        assertThatThrownBy(() -> numbers(4, 6)).isInstanceOf(JournalProblem.class).hasMessageContaining(first.toString());
    }

    @Test
    void segmentsSayWhichInputsTheyHoldWithoutBeingOpened() throws Exception {
        compressed();

        assertThat(reader().segments(ACCOUNT)).extracting(Segment::first).containsExactly(1L, 5L, 9L);
        assertThat(reader().segments(ACCOUNT)).extracting(Segment::last).containsExactly(OptionalLong.of(4), OptionalLong.of(8),
                OptionalLong.empty());
        assertThat(reader().segments(new AccountId("nobody"))).isEmpty();
    }

    @Test
    void whatIsNotThereAnyMoreOrNotYetIsLeftOut() throws Exception {
        compressed();
        Files.delete(reader().segments(ACCOUNT).getFirst().file());

        assertThat(numbers(1, 99)).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void damageBehindTheStretchIsNotMetAndDamageBeforeItInItsFileIs() throws IOException {
        var log = TestLog.of(folder, 1 << 20);
        for (int i = 1; i <= 9; i++) {
            log.append(ACCOUNT, heard("text " + i));
        }
        log.close();
        var file = reader().segments(ACCOUNT).getFirst().file();
        var whole = Files.readAllBytes(file);
        whole[new String(whole, StandardCharsets.ISO_8859_1).indexOf("text 5")] ^= 1;
        Files.write(file, whole);

        assertThat(numbers(2, 3)).containsExactly(2L, 3L);
        assertThatThrownBy(() -> numbers(7, 8)).isInstanceOf(JournalProblem.class).hasMessageContaining("input 5");
    }

    @Test
    void aReadingThatNobodyWantsAnyMoreEnds() throws Exception {
        compressed();
        var cancellation = new Cancellation();
        var seen = new ArrayList<Long>();

        assertThatThrownBy(() -> reader().read(ACCOUNT, 1, 10, cancellation, one -> {
            seen.add(one.number());
            if (one.number() == 3) {
                cancellation.cancel();
            }
        })).isInstanceOf(CancellationException.class);

        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    /** Ten inputs of a thousand letters in segments of four. */
    private void compressed() throws Exception {
        var housekeeping = TestLog.housekeeping(TestLog.EVERYTHING, step -> {
            // goes on
        });
        var log = new FileMessageLog(folder, 4_000, housekeeping);
        for (int i = 1; i <= 10; i++) {
            log.append(ACCOUNT, heard(i + "x".repeat(1_000)));
        }
        housekeeping.await();
        log.close();
    }

    private List<Long> numbers(long from, long to) {
        var numbers = new ArrayList<Long>();
        reader().read(ACCOUNT, from, to, new Cancellation(), one -> numbers.add(one.number()));
        return numbers;
    }

    private FileRecordingReader reader() {
        return new FileRecordingReader(folder);
    }
}
