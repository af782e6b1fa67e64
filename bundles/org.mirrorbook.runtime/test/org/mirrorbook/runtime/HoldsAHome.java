package org.mirrorbook.runtime;

import java.io.IOException;
import java.nio.file.Path;

/** A second process for the tests: holds a home until it is ended. */
final class HoldsAHome {

    private HoldsAHome() {
    }

    public static void main(String[] arguments) throws IOException {
        var home = HomeFolder.take(Path.of(arguments[0]), ProcessHandle.current().pid());
        System.out.println("held");
        System.in.read();
        home.lock().close();
    }
}
