package org.mirrorbook.app.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for, as far as it decides how to start. The command line bundle parses it in full, and reports what is wrong.
 *
 * @param arguments as given
 * @param command the first word that is neither an option nor the value of a global one
 * @param home the value of {@code --home}, wherever it stands
 * @param passwordFile the value of {@code --password-file}, wherever it stands
 * @param database the value of {@code --database}, wherever it stands
 * @param others whether there is any other option, such as {@code --version}
 */
record Request(List<String> arguments, Optional<String> command, Optional<String> home, Optional<String> passwordFile,
        Optional<String> database, boolean others) {

    private static final String HOME = "--home";
    private static final String PASSWORD_FILE = "--password-file";
    private static final String DATABASE = "--database";
    private static final Set<String> COMMANDS_WITH_HOME = Set.of("accounts", "mirror", "trades", "status", "reconcile", "plan",
            "break-even", "database", "backup", "restore", "export", "import", "replay");
    /** They make a journal, so nobody may have it open. */
    private static final Set<String> ALONE = Set.of("restore", "replay");
    private static final Set<String> UNTIL_STOPPED = Set.of("mirror", "practice");
    private static final Set<String> ASKING_FOR_HELP = Set.of("--help", "-h", "--version", "-V");

    Request {
        arguments = List.copyOf(arguments);
        requireNonNull(command);
        requireNonNull(home);
        requireNonNull(passwordFile);
        requireNonNull(database);
    }

    static Request of(List<String> arguments) {
        Optional<String> command = Optional.empty();
        Optional<String> home = Optional.empty();
        Optional<String> passwordFile = Optional.empty();
        Optional<String> database = Optional.empty();
        boolean others = false;
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var next = i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : Optional.<String>empty();
            if (argument.equals(HOME) && next.isPresent()) {
                home = next;
                i++;
            } else if (argument.equals(PASSWORD_FILE) && next.isPresent()) {
                passwordFile = next;
                i++;
            } else if (argument.equals(DATABASE) && next.isPresent()) {
                database = next;
                i++;
            } else if (argument.startsWith(HOME + "=")) {
                home = Optional.of(argument.substring(HOME.length() + 1));
            } else if (argument.startsWith(PASSWORD_FILE + "=")) {
                passwordFile = Optional.of(argument.substring(PASSWORD_FILE.length() + 1));
            } else if (argument.startsWith(DATABASE + "=")) {
                database = Optional.of(argument.substring(DATABASE.length() + 1));
            } else if (argument.startsWith("-")) {
                others = true;
            } else if (command.isEmpty()) {
                command = Optional.of(argument);
            }
        }
        return new Request(arguments, command, home, passwordFile, database, others);
    }

    /** Whether the window is wanted: nothing is asked but, at most, where the home and its journal are. */
    boolean wantsWorkbench() {
        return command.isEmpty() && !others;
    }

    /** Whether it is a command in the foreground, which a signal ends in good order. */
    boolean runsUntilStopped() {
        return command.filter(UNTIL_STOPPED::contains).isPresent();
    }

    /** Whether a data folder is needed. Help, the practice exchange and what no command is touch none. */
    boolean needsHome() {
        return wantsWorkbench()
                || command.filter(COMMANDS_WITH_HOME::contains).isPresent() && arguments.stream().noneMatch(ASKING_FOR_HELP::contains);
    }

    /** Whether the instance that owns the home may run the command. */
    boolean mayBeServed() {
        return command.filter(name -> !ALONE.contains(name)).isPresent();
    }
}
