package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of one account, each named by the number of its first message, so that names sort as messages do. Only the newest is written.
 * What a kill cut off at its end is cut away when it is opened again.
 */
final class Segments {

    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
    private static final String SUFFIX = ".jsonl";

    private final Path folder;

    Segments(Path folder) {
        this.folder = folder;
    }

    /** A file open for appending. */
    record Open(FileChannel channel, long next) {
    }

    /** The newest segment behind its last whole line, or a first one. */
    Open openNewest() throws IOException {
        Files.createDirectories(folder);
        var newest = newest();
        return newest.isEmpty() ? openNew(1) : reopen(newest.get());
    }

    Open openNew(long first) throws IOException {
        var file = folder.resolve("%019d".formatted(first) + SUFFIX);
        return new Open(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), first);
    }

    private Optional<Path> newest() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{19}\\" + SUFFIX)).max(Path::compareTo);
        }
    }

    private static Open reopen(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            long end = channel.size();
            var last = OptionalLong.empty();
            while (end > 0 && last.isEmpty()) {
                long start = lineStart(channel, end);
                last = wholeLine(channel, start, end);
                end = last.isPresent() ? end : start;
            }
            if (end < channel.size()) {
                LOG.warn("The recording {} ended in the middle of a message, as after a kill: its last {} bytes were cut away", file,
                        channel.size() - end);
                channel.truncate(end);
            }
            channel.position(end);
            return new Open(channel, last.isPresent() ? last.getAsLong() + 1 : first(file));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static OptionalLong wholeLine(FileChannel channel, long start, long end) throws IOException {
        var line = new String(read(channel, start, end), StandardCharsets.UTF_8);
        return line.endsWith("\n") ? MessageLine.number(line.substring(0, line.length() - 1)) : OptionalLong.empty();
    }

    /** Where the last line before this end begins, whether it is whole or not. */
    private static long lineStart(FileChannel channel, long end) throws IOException {
        long before = end - 1;
        while (before > 0) {
            long from = Math.max(0, before - 8192);
            var block = read(channel, from, before);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i + 1;
                }
            }
            before = from;
        }
        return 0;
    }

    private static byte[] read(FileChannel channel, long from, long to) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // reads on until all is there
        }
        return bytes.array();
    }

    private static long first(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }
}
