package org.mirrorbook.ui.trade;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.Annotations.Attachment;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.NumberFonts;
import org.mirrorbook.ui.widgets.UiDoor;

/** The pictures of a trade: added by paste, drop and file, shown small, opened large, taken away. UI thread only. */
final class PicturesTab {

    private static final long KILOBYTE = 1024;

    private final Composite content;
    private final ScrolledComposite scroll;
    private final Composite tiles;
    private final Label remark;
    private final Font font;
    private final UiDoor door;
    private final Desk desk;
    private List<Attachment> shown = List.of();

    /** Where pictures come from and go to. */
    interface Desk {
        Optional<Annotations> annotations();

        Figures figures();

        Instant now();

        void add(List<PictureSource> pictures);

        void remove(Attachment attachment);
    }

    PicturesTab(Composite parent, UiDoor door, Desk desk) {
        this.door = door;
        this.desk = desk;
        content = Look.CARD.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(8, 6).applyTo(content);
        font = new NumberFonts(content, new LocalResourceManager(JFaceResources.getResources(), content)).plain();
        var add = new Button(content, SWT.PUSH);
        add.setText(Messages.Pictures_add);
        add.addListener(SWT.Selection, event -> choose());
        remark = Look.CARD_TEXT2.on(new Label(content, SWT.WRAP));
        remark.setFont(font);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(remark);
        scroll = Look.CARD.on(new ScrolledComposite(content, SWT.V_SCROLL));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        tiles = Look.CARD.on(new Composite(scroll, SWT.NONE));
        var row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.marginTop = 2;
        row.spacing = 10;
        tiles.setLayout(row);
        scroll.setContent(tiles);
        scroll.addListener(SWT.Resize, event -> fit());
        say("");
    }

    Control control() {
        return content;
    }

    /** Takes what is dropped onto that control. */
    void accept(Control control) {
        var target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance(), ImageTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                if (event.detail == DND.DROP_DEFAULT) {
                    event.detail = DND.DROP_COPY;
                }
            }

            @Override
            public void drop(DropTargetEvent event) {
                take(event.data);
            }
        });
    }

    /** Takes what was copied, if it is a picture or are files. */
    boolean paste() {
        var clipboard = new Clipboard(content.getDisplay());
        try {
            var image = clipboard.getContents(ImageTransfer.getInstance());
            return take(image != null ? image : clipboard.getContents(FileTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    private boolean take(Object data) {
        var sources = new ArrayList<PictureSource>();
        if (data instanceof ImageData image) {
            sources.add(PictureSource.pasted(image, desk.now(), desk.figures().zone()));
        } else if (data instanceof String[] files) {
            Stream.of(files).map(Path::of).map(PictureSource::file).forEach(sources::add);
        }
        if (!sources.isEmpty()) {
            say("");
            desk.add(sources);
        }
        return !sources.isEmpty();
    }

    /** Asks for files. */
    void choose() {
        var dialog = new FileDialog(content.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.Pictures_choose);
        dialog.setFilterNames(new String[] {Messages.Pictures_filter});
        dialog.setFilterExtensions(new String[] {"*.png;*.jpg;*.jpeg;*.gif;*.bmp;*.tif;*.tiff;*.svg;*.PNG;*.JPG;*.JPEG"});
        if (dialog.open() != null) {
            desk.add(Stream.of(dialog.getFileNames()).map(name -> Path.of(dialog.getFilterPath(), name)).map(PictureSource::file).toList());
        }
    }

    /** A sentence of why a picture was not taken; empty for what can be done here. */
    void say(String sentence) {
        boolean failed = !sentence.isEmpty();
        remark.setText(failed ? sentence : NLS.bind(Messages.Pictures_how, Annotations.LARGEST_ATTACHMENT / (KILOBYTE * KILOBYTE)));
        (failed ? Look.CARD_ERROR : Look.CARD_TEXT2).on(remark);
        content.layout(true);
    }

    void show(List<Attachment> attachments) {
        if (shown.equals(attachments)) {
            return;
        }
        var before = shown;
        shown = attachments;
        for (var child : tiles.getChildren()) {
            if (child instanceof PictureTile tile && !shown.contains(tile.attachment())) {
                tile.dispose();
            }
        }
        shown.stream().filter(attachment -> !before.contains(attachment)).forEach(this::tile);
        tiles.layout(true);
        fit();
    }

    List<Attachment> shown() {
        return shown;
    }

    private void tile(Attachment attachment) {
        var figures = desk.figures();
        var words = NLS.bind(Messages.Pictures_words, new Object[] {attachment.name(), figures.moment(attachment.addedAt()),
                Math.max(1, attachment.size() / KILOBYTE)});
        var tile = new PictureTile(tiles, attachment, words, font, () -> open(attachment), () -> desk.remove(attachment));
        accept(tile);
        desk.annotations().ifPresent(annotations -> Thumbnails.small(annotations, attachment, (data, why) -> door.enter(() -> {
            if (!tile.isDisposed()) {
                tile.show(data.map(image -> new Image(tile.getDisplay(), image)), why);
            }
        })));
    }

    private void open(Attachment attachment) {
        new PictureWindow(content.getShell(), shown, shown.indexOf(attachment), (wanted, window) -> desk.annotations()
                .ifPresent(annotations -> Thumbnails.large(annotations, wanted, data -> door.enter(() -> window.show(wanted, data)),
                        sentence -> door.enter(() -> window.say(sentence))))).open();
    }

    private void fit() {
        scroll.setMinHeight(tiles.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
    }
}
