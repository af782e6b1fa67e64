package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new name in a folder is durable once the folder itself is. */
final class Folders {

    private Folders() {
    }

    static void force(Path folder) throws IOException {
        // elsewhere a folder cannot be opened, and names are durable by themselves
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
