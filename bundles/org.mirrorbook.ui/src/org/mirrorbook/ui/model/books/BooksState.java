package org.mirrorbook.ui.model.books;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** All books in a few words, for the status line: how many differences there are, and of which accounts nothing is known. */
public final class BooksState {

    private BooksState() {
    }

    /**
     * @param all every account
     * @param figures the formatter
     * @return such as {@code Books: 2 differences}; the tip has a line for each account
     */
    public static Cell words(List<AccountBooks> all, Figures figures) {
        int count = all.stream().mapToInt(books -> books.toCorrect().size()).sum();
        var compared = all.stream().filter(books -> books.last().isPresent()).toList();
        var tip = String.join("\n", all.stream().map(books -> NLS.bind(Messages.State_account, books.account().label(),
                account(books, figures))).toList());
        if (compared.isEmpty()) {
            return Cell.label(Messages.State_never).tip(tip);
        }
        if (count > 0) {
            return Cell.of(NLS.bind(Messages.State_different, AccountBooksRow.differences(count, figures))).with(Shape.DIFFERENT)
                    .in(Tone.WARN).bold().tip(tip);
        }
        return compared.size() == all.size() ? Cell.of(Messages.State_equal).with(Shape.EQUAL).tip(tip)
                : Cell.of(NLS.bind(Messages.State_some, compared.size(), all.size())).with(Shape.EQUAL).tip(tip);
    }

    private static String account(AccountBooks books, Figures figures) {
        if (books.last().isEmpty()) {
            return Messages.Result_never;
        }
        int count = books.toCorrect().size();
        return count == 0 ? Messages.Result_equal : AccountBooksRow.differences(count, figures);
    }
}
