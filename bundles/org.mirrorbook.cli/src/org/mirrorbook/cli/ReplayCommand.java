package org.mirrorbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.mirrorbook.journal.TradeQuery;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code replay}: the journal of a recording, built anew in a data folder of its own (docs/recording.md, Replay). */
@Command(name = "replay", description = {"Builds a journal from recordings, in a new data folder: --home has to be given, and its journal "
        + "has to be empty. Connects to nothing."})
final class ReplayCommand extends HomeCommand {

    private final HomeOptions options;
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of recordings, or folders of them, in any order:"
            + " HOME/recordings/ACCOUNT-ID.")
    private List<Path> files;

    ReplayCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.options = options;
        this.streams = streams;
    }

    @Override
    void before() {
        if (options.home().isEmpty()) {
            throw CommandProblem.usage("Say with --home in which new data folder the journal is to be built.");
        }
        for (var file : files) {
            if (!Files.isReadable(file)) {
                throw CommandProblem.failed("There is no file " + file + " that can be read.");
            }
        }
    }

    @Override
    int run(OpenHome home) {
        var into = home.rebuilding();
        if (!into.accounts().all().isEmpty() || !home.journal().trades(TradeQuery.all()).isEmpty()) {
            throw CommandProblem.failed("The journal of this data folder is not empty: a recording is replayed into a new one.");
        }
        var counts = new ReplayCounts(streams);
        new Replay(into, counts).run(files.stream().map(Path::toAbsolutePath).toList());
        streams.result(counts.toString());
        return ExitCode.DONE;
    }
}
