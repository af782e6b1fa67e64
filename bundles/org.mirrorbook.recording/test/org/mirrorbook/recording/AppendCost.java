package org.mirrorbook.recording;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.LaneInput;

/** A program, not a test: what it costs to append a push of five rows and 2.5 kB, everything included. Prints nanoseconds a push. */
final class AppendCost {

    private static final int ROUNDS = 20_000;

    private AppendCost() {
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("append-cost");
        var account = new AccountId("4f1c2b1e-7f0d-4b61-9b0e-0d6f7a2f4c11");
        var pushes = new ArrayList<LaneInput>();
        for (int i = 0; i < 64; i++) {
            pushes.add(push(account, i));
        }
        var log = new FileMessageLog(folder, 16L << 20, TestLog.housekeeping(new Retention(32L << 20, 0), step -> {
            // goes on
        }));
        for (int round = 0; round < 12; round++) {
            var threads = ManagementFactory.getThreadMXBean();
            long start = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < ROUNDS; i++) {
                log.append(account, pushes.get(i & 63));
            }
            System.out.printf("%d ns wall, %d ns CPU%n", (System.nanoTime() - start) / ROUNDS,
                    (threads.getCurrentThreadCpuTime() - cpu) / ROUNDS);
        }
        log.close();
        try (var files = Files.list(folder.resolve(account.value()))) {
            for (var file : files.sorted().toList()) {
                System.out.println(file.getFileName() + " " + Files.size(file));
            }
        }
    }

    private static LaneInput push(AccountId account, int i) {
        var scope = new Scope(account, "bitget", Environment.DEMO, new Product("USDT-FUTURES", false));
        var at = Instant.parse("2026-01-02T03:04:05.123456Z").plusMillis(i);
        var rows = new ArrayList<PositionRow>();
        for (int row = 0; row < 5; row++) {
            var slot = new Slot(scope, "COIN" + row + "USDT", row % 2 == 0 ? Side.LONG : Side.SHORT, MarginMode.CROSSED, "USDT");
            rows.add(new PositionRow(slot, LifeMark.ofLife("12345678901234567" + row, at.minusSeconds(1000 + row)), decimal(12 + row, 2),
                    decimal(6_512_345 + row, 2), new RowFigures(some(20, 0), some(123_456_789 + i, 6), some(6_512_000 + 13 * i, 2),
                    some(5_000_111, 2), some(-1_234_567 + 7 * i, 5), some(99, 1), some(-123_456, 6), some(-77, 4)), at));
        }
        var text = new StringBuilder("{\"action\":\"snapshot\",\"arg\":{\"instType\":\"USDT-FUTURES\",\"channel\":\"positions\"},"
                + "\"data\":[");
        for (int field = 0; text.length() < 2500; field++) {
            text.append("{\"field").append(field).append("\":\"").append((field + 1) * 7919L * (i + 1)).append("\"},");
        }
        return new LaneInput.Heard("positions", text.append("]}").toString(), List.of(new SnapshotSeen(scope, 3, at, at.plusMillis(40),
                rows)), at.plusMillis(40));
    }

    private static Optional<BigDecimal> some(long unscaled, int scale) {
        return Optional.of(decimal(unscaled, scale));
    }

    private static BigDecimal decimal(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale);
    }
}
