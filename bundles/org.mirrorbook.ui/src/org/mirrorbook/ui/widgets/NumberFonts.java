package org.mirrorbook.ui.widgets;

import java.util.List;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/**
 * The fonts of tables: the system's own where its digits are equally wide, else the first installed one whose are, so that columns of
 * figures line up; one point smaller than in dialogs. SWT cannot ask a font for its tabular figures.
 */
public final class NumberFonts {

    private static final List<String> EQUALLY_WIDE = List.of("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans");

    private final Font plain;
    private final Font bold;
    private final Font small;
    private final Font chip;

    /** @param resources which dispose of them */
    public NumberFonts(Control control, ResourceManager resources) {
        var descriptor = FontDescriptor.createFrom(control.getFont()).increaseHeight(-1);
        if (!linesUp(control, control.getFont())) {
            for (String name : EQUALLY_WIDE) {
                if (control.getDisplay().getFontList(name, true).length > 0) {
                    var data = descriptor.getFontData();
                    descriptor = FontDescriptor.createFrom(name, data[0].getHeight(), data[0].getStyle());
                    break;
                }
            }
        }
        plain = resources.create(descriptor);
        bold = resources.create(descriptor.setStyle(SWT.BOLD));
        chip = resources.create(descriptor.increaseHeight(-1).setStyle(SWT.BOLD));
        small = resources.create(descriptor.increaseHeight(-2));
    }

    public Font plain() {
        return plain;
    }

    public Font bold() {
        return bold;
    }

    /** In chips. */
    Font chip() {
        return chip;
    }

    /** For tags behind figures. */
    public Font small() {
        return small;
    }

    private static boolean linesUp(Control control, Font font) {
        var gc = new GC(control);
        try {
            gc.setFont(font);
            return "0123456789".chars().map(digit -> gc.textExtent(String.valueOf((char) digit).repeat(20)).x).distinct().count() == 1;
        } finally {
            gc.dispose();
        }
    }
}
