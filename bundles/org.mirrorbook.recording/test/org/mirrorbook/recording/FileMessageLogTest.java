package org.mirrorbook.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.JournalProblem.Remedy;

class FileMessageLogTest {

    private static final AccountId ACCOUNT = new AccountId("a-1");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final String FIRST = "0000000000000000001.jsonl";

    @TempDir
    Path folder;

    @Test
    void aMessageIsALineOfJsonWithItsNumberTimeAndChannel() throws IOException {
        var log = log();

        assertThat(log.append(ACCOUNT, heard("positions", "{\"arg\":\"a\\b\"}\r\n\t\u0001 ü 😀"))).isEqualTo(1);
        log.flush(ACCOUNT);

        assertThat(lines(FIRST)).containsExactly("{\"n\":1,\"at\":\"2026-01-02T03:04:05.000006Z\",\"channel\":\"positions\","
                + "\"text\":\"{\\\"arg\\\":\\\"a\\\\b\\\"}\\r\\n\\t\\u0001 ü 😀\"}");
        log.close();
    }

    @Test
    void numbersGoOnAfterARestartAndAfterARelease() throws IOException {
        var log = log();
        log.append(ACCOUNT, heard("positions", "one"));
        log.release(ACCOUNT);
        assertThat(log.append(ACCOUNT, heard("positions", "two"))).isEqualTo(2);
        log.close();

        var again = log();
        assertThat(again.append(ACCOUNT, heard("positions", "three"))).isEqualTo(3);
        again.close();
        assertThat(lines(FIRST)).hasSize(3);
    }

    @Test
    void whatAKillCutOffInTheMiddleOfALineIsCutAway() throws IOException {
        var log = log();
        log.append(ACCOUNT, heard("positions", "one"));
        log.append(ACCOUNT, heard("positions", "two"));
        log.close();
        var whole = lines(FIRST);
        // longer than a block of the backward search
        add("{\"n\":3,\"at\":\"2026-01-02T03:04:05Z\",\"channel\":\"positions\",\"text\":\"" + "x".repeat(20_000));

        var again = log();
        assertThat(again.append(ACCOUNT, heard("positions", "three"))).isEqualTo(3);
        again.close();

        assertThat(lines(FIRST)).hasSize(3).startsWith(whole.toArray(String[]::new)).last().asString().contains("\"text\":\"three\"");
    }

    @Test
    void aTornLineThatEndsInALineBreakIsCutAwayToo() throws IOException {
        var log = log();
        log.append(ACCOUNT, heard("positions", "one"));
        log.close();
        add("\0\0\0\0\n{\"n\":3,\n");

        var again = log();
        assertThat(again.append(ACCOUNT, heard("positions", "two"))).isEqualTo(2);
        again.close();
        assertThat(lines(FIRST)).hasSize(2);
    }

    @Test
    void aFileThatWasBegunAndNeverFilledKeepsItsNumber() throws IOException {
        Files.createDirectories(folder.resolve("a-1"));
        Files.writeString(folder.resolve("a-1").resolve("0000000000000000042.jsonl"), "{\"n\":4");

        var log = log();
        assertThat(log.append(ACCOUNT, heard("positions", "x"))).isEqualTo(42);
        log.close();
    }

    @Test
    void aFullFileIsFollowedByOneNamedByItsFirstMessage() throws IOException {
        var log = new FileMessageLog(folder, 200);
        for (int i = 1; i <= 7; i++) {
            log.append(ACCOUNT, heard("positions", "x".repeat(60)));
        }
        log.close();

        // a line is 130 bytes: two of them pass the 200 that a file may have before the next is begun
        assertThat(lines(FIRST)).hasSize(2);
        assertThat(lines("0000000000000000003.jsonl")).hasSize(2);
        assertThat(lines("0000000000000000007.jsonl")).hasSize(1);
        var again = new FileMessageLog(folder, 200);
        assertThat(again.append(ACCOUNT, heard("positions", "x"))).isEqualTo(8);
        again.close();
    }

    @Test
    void accountsDoNotShareNumbers() {
        var log = log();
        log.append(ACCOUNT, heard("positions", "one"));

        assertThat(log.append(new AccountId("a-2"), heard("positions", "one"))).isEqualTo(1);
        log.close();
    }

    @Test
    void anAccountIdThatWouldLeaveTheFolderIsRefused() {
        for (String wrong : List.of("..", ".", "a/b", "a\\b", "a b")) {
            var problem = catchThrowableOfType(JournalProblem.class, () -> log().append(new AccountId(wrong), heard("c", "t")));
            assertThat(problem.remedy()).isEqualTo(Remedy.REPORT);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenMayBeTriedAgain() throws IOException {
        Files.writeString(folder.resolve("a-1"), "a file where a folder should be");

        var problem = catchThrowableOfType(JournalProblem.class, () -> log().append(ACCOUNT, heard("c", "t")));
        assertThat(problem.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(problem).hasMessageContaining("account a-1");
    }

    private FileMessageLog log() {
        return new FileMessageLog(folder, 1 << 20);
    }

    private List<String> lines(String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve("a-1").resolve(file)));
    }

    private void add(String text) throws IOException {
        Files.writeString(folder.resolve("a-1").resolve(FIRST), text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static LaneInput heard(String channel, String text) {
        return new LaneInput.Heard(channel, text, List.of(), AT);
    }
}
