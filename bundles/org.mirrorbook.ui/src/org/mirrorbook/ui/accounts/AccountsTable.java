package org.mirrorbook.ui.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Named;

/** The table of accounts with the Live Mirror box. UI thread only. */
final class AccountsTable {

    private static final int ROW_HEIGHT = 24;

    private final Composite frame;
    private final CheckboxTableViewer viewer;
    private List<AccountRow> shown = List.of();

    AccountsTable(Composite parent, BiConsumer<Account, Boolean> toggled, Runnable selected) {
        frame = new Composite(parent, SWT.NONE);
        viewer = CheckboxTableViewer.newCheckList(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        new CellTable(frame, viewer, AccountRow.columns(), ROW_HEIGHT);
        Named.as(Messages.AccountsTable_name, viewer.getTable());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setInput(shown);
        viewer.addCheckStateListener(event -> toggled.accept(((AccountRow) event.getElement()).account(), event.getChecked()));
        viewer.addSelectionChangedListener(event -> selected.run());
    }

    Control control() {
        return frame;
    }

    Optional<Account> selected() {
        return Optional.ofNullable((AccountRow) viewer.getStructuredSelection().getFirstElement()).map(AccountRow::account);
    }

    /** Shows these rows; nothing but the boxes is touched when they look the same. An added account is selected. */
    void show(List<AccountRow> rows) {
        if (rows.equals(shown)) {
            // the user may have changed a box in vain
            check(rows);
            return;
        }
        var before = selected().map(Account::id);
        var known = shown.stream().map(row -> row.account().id()).collect(Collectors.toSet());
        var added = rows.stream().filter(row -> !known.isEmpty() && !known.contains(row.account().id())).findFirst();
        shown = rows;
        viewer.setInput(rows);
        check(rows);
        var again = rows.stream().filter(row -> before.isEmpty() || before.get().equals(row.account().id())).findFirst();
        viewer.setSelection(added.or(() -> again).map(StructuredSelection::new).orElse(StructuredSelection.EMPTY));
    }

    private void check(List<AccountRow> rows) {
        rows.forEach(row -> viewer.setChecked(row, row.wantsMirror()));
    }
}
