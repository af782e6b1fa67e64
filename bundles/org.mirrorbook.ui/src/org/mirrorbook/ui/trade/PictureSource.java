package org.mirrorbook.ui.trade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.JournalProblem;

/**
 * A picture that the user brings: a file, or what was copied on the screen.
 *
 * @param content blocks; fails with a {@link JournalProblem} whose sentence says what is wrong with it
 */
record PictureSource(String name, String mediaType, Supplier<byte[]> content) {

    private static final Set<String> KNOWN = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "svg", "webp");
    private static final long MEGABYTE = 1024 * 1024;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm.ss", Locale.ENGLISH);

    static PictureSource file(Path file) {
        var name = file.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new PictureSource(name, mediaType(ending), () -> read(file, name, ending));
    }

    /** What was copied on the screen; kept as PNG, which loses nothing. */
    static PictureSource pasted(ImageData image, Instant now, ZoneId zone) {
        return new PictureSource(NLS.bind(Messages.Pictures_pastedName, NAME.format(now.atZone(zone))), "image/png", () -> {
            var out = new ByteArrayOutputStream();
            var loader = new ImageLoader();
            loader.data = new ImageData[] {image};
            loader.save(out, SWT.IMAGE_PNG);
            return fitting(out.toByteArray(), Messages.Pictures_pasted);
        });
    }

    private static String mediaType(String ending) {
        return switch (ending) {
            case "jpg" -> "image/jpeg";
            case "tif" -> "image/tiff";
            case "svg" -> "image/svg+xml";
            default -> "image/" + ending;
        };
    }

    private static byte[] read(Path file, String name, String ending) {
        if (!KNOWN.contains(ending)) {
            throw problem(NLS.bind(Messages.Pictures_noPicture, name));
        }
        try {
            // asked before it is read: a film of some gigabytes must not come into memory
            tooLarge(Files.size(file), name);
            return fitting(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw new JournalProblem(JournalProblem.Remedy.ASK_USER, NLS.bind(Messages.Pictures_unreadable, name),
                    new UncheckedIOException(e));
        }
    }

    private static byte[] fitting(byte[] content, String name) {
        tooLarge(content.length, name);
        return content;
    }

    private static void tooLarge(long size, String name) {
        if (size > Annotations.LARGEST_ATTACHMENT) {
            throw problem(NLS.bind(Messages.Pictures_tooLarge, new Object[] {name, size / MEGABYTE,
                    Annotations.LARGEST_ATTACHMENT / MEGABYTE}));
        }
    }

    private static JournalProblem problem(String sentence) {
        return new JournalProblem(JournalProblem.Remedy.ASK_USER, sentence);
    }
}
