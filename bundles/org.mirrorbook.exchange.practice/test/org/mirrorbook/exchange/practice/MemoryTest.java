package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.memory.MemoryFile;

/** An engine that ends and is built again over the same file; its time is told by hand. */
class MemoryTest {

    private static final long START = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
    private static final long PULSE = 50;

    private final Clock clock = new SteppedClock(Instant.ofEpochMilli(START));
    private Path file;

    @TempDir
    private Path folder;

    @BeforeEach
    void name() {
        file = folder.resolve("home").resolve("practice.json");
    }

    private final class Life {

        private final Floor floor = new Floor(Contracts.listed(), 42, 2, 600_000);
        private final Engine engine;

        Life(long now) {
            this(now, BigDecimal.ONE);
        }

        Life(long now, BigDecimal speed) {
            PracticeSettings settings = new PracticeSettings(0, 42, speed, 2, Optional.empty(), Optional.of(file), true);
            engine = Engine.of(settings, floor, Optional.of(new MemoryFile(file, floor.contracts(), clock)), now);
        }

        Life run(long from, long until) {
            for (long now = START + from; now <= START + until; now += PULSE) {
                engine.advance(now);
            }
            return this;
        }
    }

    @Test
    void aKilledExchangeFindsEverythingAgain() {
        Life before = new Life(START).run(0, 400_000);
        // no goodbye: what is in the file is what each event left there

        Life after = new Life(START + 500_000);

        assertThat(before.floor.account(0).ledger().lives()).isNotEmpty();
        for (int account = 0; account < 2; account++) {
            assertThat(after.floor.account(account).ledger().lives()).isEqualTo(before.floor.account(account).ledger().lives());
            assertThat(after.floor.account(account).ledger().fills()).isEqualTo(before.floor.account(account).ledger().fills());
            assertThat(after.floor.account(account).ledger().orders()).isEqualTo(before.floor.account(account).ledger().orders());
            assertThat(after.floor.account(account).state()).isEqualTo(before.floor.account(account).state());
        }
        assertThat(after.floor.state().idSequence()).isEqualTo(before.floor.state().idSequence());
    }

    @Test
    void afterARestartTheTraderGoesOnAndNoIdIsGivenTwice() {
        Life before = new Life(START).run(0, 200_000);
        List<Long> known = ids(before);

        Life after = new Life(START + 500_000).run(500_000, 1_000_000);

        assertThat(ids(after)).hasSizeGreaterThan(known.size()).containsAll(known).doesNotHaveDuplicates();
        assertThat(after.floor.account(0).ledger().orders()).noneMatch(order -> order.fill().isEmpty());
    }

    private static List<Long> ids(Life life) {
        return life.floor.accounts().stream().flatMap(book -> Stream.concat(
                book.ledger().lives().stream().map(closed -> closed.life().posId()),
                book.ledger().fills().stream().map(fill -> fill.tradeId()))).toList();
    }

    @Test
    void aCleanEndRemembersThePricesToo() {
        Life before = new Life(START).run(0, 30_000);
        before.engine.rememberAll();

        assertThat(new Life(START + 60_000).floor.state()).isEqualTo(before.floor.state());
    }

    @Test
    void aLineThatWasCutInTheMiddleIsLeftOut() throws IOException {
        Life before = new Life(START).run(0, 200_000);
        String whole = Files.readString(file);
        Files.writeString(file, whole + whole.substring(0, whole.length() / 3).replace("\n", ""));

        Life after = new Life(START + 300_000);

        assertThat(after.floor.account(0).state()).isEqualTo(before.floor.account(0).state());
        assertThat(broken()).isEmpty();
    }

    @Test
    void aBrokenFileIsMovedAsideAndTheExchangeStartsAfresh() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\":1,\"floor\":\n");

        Life life = new Life(START).run(0, 10_000);

        assertThat(life.floor.account(0).positions()).isNotEmpty();
        assertThat(broken()).singleElement().satisfies(aside -> assertThat(Files.readString(aside)).startsWith("{\"version\":1"));
    }

    @Test
    void aFileOfAnotherVersionIsNotTouched() throws IOException {
        Life before = new Life(START).run(0, 60_000);
        before.engine.rememberAll();
        String newer = Files.readString(file).replaceFirst("\"version\":1", "\"version\":2");
        Files.writeString(file, newer);

        new Life(START + 100_000);

        assertThat(broken()).singleElement().satisfies(aside -> assertThat(Files.readString(aside)).isEqualTo(newer));
    }

    @Test
    void aFileThatIsOlderThanLimitOrdersAndPlansIsReadAsItWasMeant() throws IOException {
        Life before = new Life(START).run(0, 200_000);
        before.floor.accounts().forEach(book -> book.cancelPlans(any -> true, START + 200_000));
        before.engine.rememberAll();
        String older = Files.readString(file)
                .replace(",\"presets\":{\"takeProfit\":null,\"stopLoss\":null}", "")
                // what a stop has closed has a cause that older files do not know
                .replaceAll(",\"(limit|cause|style|addedMargin)\":(null|\"(MANUAL|MARKET)\"|0)", "")
                .replace(",\"kind\":\"CLASSIC\",\"plans\":[]", "")
                .replace("\"status\":", "\"forced\":false,\"status\":");
        assertThat(older).doesNotContain("\"MANUAL\"", "\"style\"", "\"presets\"", "CLASSIC", "\"addedMargin\"");
        Files.writeString(file, older);

        Life after = new Life(START + 300_000);

        assertThat(broken()).isEmpty();
        assertThat(before.floor.account(0).ledger().orders()).isNotEmpty();
        assertThat(after.floor.account(0).ledger().orders()).isEqualTo(before.floor.account(0).ledger().orders());
        assertThat(after.floor.account(0).ledger().fills()).isEqualTo(before.floor.account(0).ledger().fills());
        assertThat(after.floor.account(0).state()).isEqualTo(before.floor.account(0).state());
    }

    @Test
    void theFileIsWrittenAnewBeforeItGrowsWithoutEnd() throws IOException {
        Life busy = new Life(START, new BigDecimal("30")).run(0, 300_000);

        assertThat(busy.floor.account(0).ledger().orders()).hasSizeGreaterThan(400);
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(lines.count()).isLessThanOrEqualTo(400);
        }
    }

    private List<Path> broken() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(path -> path.getFileName().toString().contains("broken")).toList();
        }
    }
}
