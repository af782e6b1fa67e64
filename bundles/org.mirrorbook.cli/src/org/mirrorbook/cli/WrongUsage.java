package org.mirrorbook.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what may have been meant, and in any case how the command is used. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        var command = problem.getCommandLine();
        var remarks = command.getErr();
        remarks.println(command.getColorScheme().errorText(problem.getMessage()));
        UnmatchedArgumentException.printSuggestions(problem, remarks);
        command.usage(remarks);
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
