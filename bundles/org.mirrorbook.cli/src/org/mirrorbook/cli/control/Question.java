package org.mirrorbook.cli.control;

import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as another process was asked for it.
 *
 * @param folder the client's working directory, absolute: what the paths in the arguments are relative to
 * @param typed whether the client's standard input is a terminal
 * @param arguments as typed; may hold what is private, so they are logged nowhere
 */
public record Question(Path folder, boolean typed, List<String> arguments) {

    /** Grows with each change of the protocol that an older side would not understand. */
    static final int VERSION = 1;

    public Question {
        arguments = List.copyOf(arguments);
    }

    /** The version that a greeting begins with, in every version of the protocol. */
    static int version(byte[] hello) throws ProtocolException {
        if (hello.length < Integer.BYTES) {
            throw new ProtocolException("a greeting without a version");
        }
        return ByteBuffer.wrap(hello).getInt();
    }

    static Question read(byte[] hello) throws ProtocolException {
        try {
            var buffer = ByteBuffer.wrap(hello);
            buffer.getInt();
            boolean typed = buffer.get() != 0;
            var folder = Path.of(text(buffer));
            int count = buffer.getInt();
            var arguments = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                arguments.add(text(buffer));
            }
            return new Question(folder, typed, arguments);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | InvalidPathException e) {
            throw new ProtocolException("a greeting that cannot be read");
        }
    }

    private static String text(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
