package org.mirrorbook.benchmarks;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.recording.FileRecordingReader;

/** The packaged product on a new home, as a user would run it on a server. */
final class PackagedProduct {

    private final Path folder;
    private final Path home;
    private final Path password;

    /** @param folder of the unpacked product */
    PackagedProduct(Path folder) throws IOException {
        this.folder = folder;
        var parent = Files.createTempDirectory("mirrorbook-cost");
        home = parent.resolve("home");
        password = Files.writeString(Files.createFile(parent.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))), "measured in public\n");
    }

    /** Adds an account at the venue, and mirrors it. */
    Child mirror(String endpoint) throws IOException, InterruptedException {
        try (var added = run("accounts", "add", "bench", "--exchange", "bitget", "--environment", "live", "--endpoint", endpoint, "--mirror")) {
            added.given("{\"apiKey\":\"k\",\"secret\":\"s\",\"passphrase\":\"p\"}\n").over().unread();
            if (added.end() != 0) {
                throw new IOException("the account could not be added");
            }
        }
        return run("mirror", "--json").unread();
    }

    private Child run(String... command) throws IOException {
        var line = new ArrayList<>(List.of(folder.resolve("mirrorbook").toString(), "--home", home.toString(), "--password-file",
                password.toString()));
        line.addAll(List.of(command));
        var options = "-Xmx512m " + System.getProperty("mirrorbook.options", "");
        return Child.start(command[0], new File("."), Map.of("JAVA_HOME", System.getProperty("java.home"), "JDK_JAVA_OPTIONS", options,
                "DBUS_SESSION_BUS_ADDRESS", "disabled:"), line);
    }

    /**
     * How many different pushes it folded, by its recording, and removes the home. Each push has a mark of its own, so none is counted
     * twice; what was folded is in the recording and nothing else is.
     */
    long pushesRecorded() throws IOException {
        Set<BigDecimal> marks = new HashSet<>();
        try (var accounts = Files.newDirectoryStream(home.resolve("recordings"))) {
            for (var account : accounts) {
                new FileRecordingReader(() -> home).read(List.of(account), input -> note(input, marks));
            }
        }
        marks.remove(Positions.mark(0).stripTrailingZeros());
        Folders.delete(home.getParent());
        return marks.size();
    }

    private static void note(Recorded recorded, Set<BigDecimal> marks) {
        if (recorded.input() instanceof LaneInput.Heard heard && heard.channel().equals("positions")) {
            for (var seen : heard.seen()) {
                if (seen instanceof SnapshotSeen snapshot && snapshot.rows().size() == Positions.ROWS) {
                    marks.add(snapshot.rows().getFirst().figures().markPrice().orElseThrow().stripTrailingZeros());
                }
            }
        }
    }
}
