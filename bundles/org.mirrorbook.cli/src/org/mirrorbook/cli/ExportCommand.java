package org.mirrorbook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.mirrorbook.journal.TradeQuery;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code export}: all trades as one file, with all that belongs to them (JSON) or as a table (CSV). */
@Command(name = "export", description = "Writes all trades to a file: FILE.json with all that belongs to them, or FILE.csv as a table.")
final class ExportCommand extends HomeCommand {

    /** The forms of a file. */
    enum Form {
        JSON, CSV
    }

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Ends in .json or .csv; - is standard output.")
    private Path file;

    @Option(names = "--format", paramLabel = "json|csv", description = "Otherwise told by the name; on standard output json.")
    private Form format;

    @Option(names = "--force", description = "Replaces a file of that name.")
    private boolean force;

    ExportCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    void before() {
        var named = new NamedFile(file);
        if (format == null) {
            format = form(named);
        }
        if (!named.isStream()) {
            named.requireNew(force);
        }
    }

    private Form form(NamedFile named) {
        if (named.isNamed(".json") || named.isStream()) {
            return Form.JSON;
        }
        if (named.isNamed(".csv")) {
            return Form.CSV;
        }
        throw new ParameterException(spec.commandLine(), "The name of the file ends neither in .json nor in .csv; give --format.");
    }

    @Override
    int run(OpenHome home) {
        var named = new NamedFile(file);
        if (!named.isStream()) {
            long trades = named.write(force, out -> write(home, out));
            streams.result("Exported " + Counts.of(trades, "trade") + " to " + file + ".");
            return ExitCode.DONE;
        }
        try {
            write(home, new ResultStream(streams));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw CommandProblem.failed("Standard output could not be written: " + NamedFile.why(e) + ".");
        }
    }

    private long write(OpenHome home, OutputStream out) throws IOException {
        if (format == Form.JSON) {
            return home.archive().export(out).rows("trade");
        }
        var trades = home.journal().trades(TradeQuery.all());
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(new TradeCsv(labels(home)).of(trades));
        text.flush();
        return trades.size();
    }
}
