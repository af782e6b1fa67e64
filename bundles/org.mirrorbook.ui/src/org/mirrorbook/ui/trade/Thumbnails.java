package org.mirrorbook.ui.trade;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.Annotations.Attachment;
import org.mirrorbook.ui.Errand;

/** Reads pictures from the journal in jobs, small ones made small there as well. Outcomes are told on the job's thread. */
final class Thumbnails {

    private Thumbnails() {
    }

    /** @param read gets the picture, or nothing and why */
    static void small(Annotations annotations, Attachment attachment, BiConsumer<Optional<ImageData>, String> read) {
        var errand = new Errand<>(Messages.Pictures_job, () -> decoded(annotations, attachment).map(image -> fitted(image,
                PictureTile.WIDTH, PictureTile.PICTURE_HEIGHT)),
                image -> read.accept(image, Messages.Pictures_notShown), sentence -> read.accept(Optional.empty(), sentence));
        errand.setSystem(true);
        errand.schedule();
    }

    /** In its own size. */
    static void large(Annotations annotations, Attachment attachment, Consumer<Optional<ImageData>> read, Consumer<String> failed) {
        new Errand<>(Messages.Pictures_job, () -> decoded(annotations, attachment), read, failed).schedule();
    }

    private static Optional<ImageData> decoded(Annotations annotations, Attachment attachment) {
        return annotations.content(attachment.id()).flatMap(content -> {
            try {
                var images = new ImageLoader().load(new ByteArrayInputStream(content));
                return images.length == 0 ? Optional.empty() : Optional.of(images[0]);
            } catch (SWTException e) {
                // a form of picture that the toolkit cannot read: it is kept, and said in its tile
                return Optional.empty();
            }
        });
    }

    private static ImageData fitted(ImageData image, int width, int height) {
        double scale = Math.min(1, Math.min((double) width / image.width, (double) height / image.height));
        return scale == 1 ? image : image.scaledTo(Math.max(1, (int) (image.width * scale)), Math.max(1, (int) (image.height * scale)));
    }
}
