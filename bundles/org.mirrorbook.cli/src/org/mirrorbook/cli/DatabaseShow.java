package org.mirrorbook.cli;

import org.mirrorbook.runtime.DatabaseAddress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code database show}: where the journal lies. */
@Command(name = "show", description = "Shows which database the journal is in. Connects to nothing.")
final class DatabaseShow extends FolderCommand {

    private final Streams streams;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean asJson;

    DatabaseShow(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    int run(OpenFolder folder) {
        var url = folder.settings().get(DatabaseAddress.SETTING);
        var user = url.flatMap(known -> folder.settings().get(DatabaseAddress.USER));
        if (asJson) {
            var json = new JsonOutput();
            streams.result(json.line(json.object().text("kind", url.isPresent() ? "postgresql" : "embedded").text("url", url)
                    .text("user", user)));
        } else {
            streams.result(url.map(known -> known + user.map(name -> " as " + name).orElse(""))
                    .orElse("embedded, in the data folder"));
        }
        return ExitCode.DONE;
    }
}
