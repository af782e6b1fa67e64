package org.mirrorbook.ui.help;

import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledFormText;
import org.eclipse.ui.part.ViewPart;

/** A page of help; its links lead to the others. UI thread only. */
public final class HelpView extends ViewPart {

    public static final String ID = "org.mirrorbook.ui.helpPages";

    private FormToolkit toolkit;
    private ScrolledFormText scrolled;
    private String page = HelpPages.FIRST_STEPS;

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        scrolled = new ScrolledFormText(parent, SWT.V_SCROLL, true);
        toolkit.adapt(scrolled);
        var text = scrolled.getFormText();
        text.setHyperlinkSettings(toolkit.getHyperlinkGroup());
        text.marginWidth = 12;
        text.marginHeight = 8;
        text.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                show((String) event.getHref());
            }
        });
        show(page);
    }

    /** Shows that page. */
    void show(String wanted) {
        page = wanted;
        var others = new StringBuilder();
        for (Map.Entry<String, String> other : HelpPages.titles().entrySet()) {
            if (!other.getKey().equals(wanted)) {
                others.append(others.isEmpty() ? "" : "  \u00b7  ").append("<a href=\"").append(other.getKey()).append("\">")
                        .append(other.getValue()).append("</a>");
            }
        }
        var title = HelpPages.titles().get(wanted);
        scrolled.setText("<form><p><b>" + title + "</b></p>" + HelpPages.text(wanted) + "<p>" + others + "</p></form>");
        scrolled.getFormText().setData("words", (Supplier<String>) () -> title);
        setContentDescription("");
        setTitleToolTip(title);
        scrolled.reflow(true);
        scrolled.setOrigin(0, 0);
    }

    String page() {
        return page;
    }

    @Override
    public void setFocus() {
        scrolled.setFocus();
    }

    @Override
    public void dispose() {
        toolkit.dispose();
        super.dispose();
    }
}
