package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.Environment;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Puts the commands together and runs one. */
final class Commands {

    private final Product product;
    private final Streams streams;
    private final StopSignal signal;
    private final Path folder;

    Commands(Product product, Streams streams, StopSignal signal) {
        this(product, streams, signal, Path.of(""));
    }

    /** @param folder what paths among the arguments are relative to */
    Commands(Product product, Streams streams, StopSignal signal, Path folder) {
        this.folder = folder;
        this.product = product;
        this.streams = streams;
        this.signal = signal;
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        return commandLine().execute(arguments.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        var root = new MirrorbookCommand();
        var accounts = new CommandLine(new AccountsCommand())
                .addSubcommand(new AccountsAdd(product, root, streams))
                .addSubcommand(new AccountsCheck(product, root, streams))
                .addSubcommand(new AccountsList(product, root, streams))
                .addSubcommand(new AccountsMirror(product, root, streams))
                .addSubcommand(new AccountsRisk(product, root, streams))
                .addSubcommand(new AccountsRemove(product, root, streams));
        var database = new CommandLine(new DatabaseCommand())
                .addSubcommand(new DatabaseShow(product, root, streams))
                .addSubcommand(new DatabaseUse(product, root, streams));
        var line = new CommandLine(root)
                .addSubcommand(accounts)
                .addSubcommand(new MirrorCommand(product, root, streams, signal))
                .addSubcommand(new TradesCommand(product, root, streams))
                .addSubcommand(new PlanCommand(product, root, streams))
                .addSubcommand(new BreakEvenCommand(product, root, streams))
                .addSubcommand(new StatusCommand(product, root, streams))
                .addSubcommand(database)
                .addSubcommand(new ReconcileCommand(product, root, streams))
                .addSubcommand(new BackupCommand(product, root, streams))
                .addSubcommand(new RestoreCommand(product, root, streams))
                .addSubcommand(new ExportCommand(product, root, streams))
                .addSubcommand(new ImportCommand(product, root, streams))
                .addSubcommand(new ReplayCommand(product, root, streams))
                .addSubcommand(new PracticeCommand(product, streams, signal))
                .addSubcommand(new CommandLine.HelpCommand())
                .registerConverter(Environment.class, oneOf(Environment.values()))
                .registerConverter(TradeStatus.class, oneOf(TradeStatus.values()))
                .registerConverter(Path.class, this::path)
                .registerConverter(ExportCommand.Form.class, oneOf(ExportCommand.Form.values()))
                .registerConverter(BigDecimal.class, Commands::number)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setOut(streams.results())
                .setErr(streams.remarks())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Problems(streams));
        version(line, "mirrorbook " + product.version());
        return line;
    }

    private static void version(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(sub -> version(sub, version));
    }

    private Path path(String text) {
        try {
            return folder.resolve(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("\"" + text + "\" is no path");
        }
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            // the library would show the name of this exception
            throw new TypeConversionException("\"" + text + "\" is not a number");
        }
    }

    private static <E extends Enum<E>> ITypeConverter<E> oneOf(E[] values) {
        return text -> Arrays.stream(values).filter(value -> value.name().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no such value; there is " + Arrays.stream(values).map(Enum::name).toList()));
    }
}
