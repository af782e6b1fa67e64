package org.mirrorbook.ui.model.shell;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

/**
 * Several news in one notification: what needs attention first, then the newest, and how many more there are.
 *
 * @param lines to be read, few
 */
public record NewsDigest(String title, List<String> lines) {

    private static final int MOST_LINES = 3;

    public NewsDigest {
        lines = List.copyOf(lines);
    }

    /** @param news at least one, oldest first */
    public static NewsDigest of(List<News> news) {
        var ordered = news.reversed().stream().sorted((one, other) -> Boolean.compare(other.kind() == News.Kind.ATTENTION,
                one.kind() == News.Kind.ATTENTION)).map(News::words).toList();
        // a line that only says "and 1 more" could as well say it
        int told = ordered.size() <= MOST_LINES ? ordered.size() : MOST_LINES - 1;
        var lines = ordered.stream().limit(told).collect(Collectors.toList());
        if (told < ordered.size()) {
            lines.add(NLS.bind(Messages.News_more, ordered.size() - told));
        }
        return new NewsDigest(title(news), lines);
    }

    private static String title(List<News> news) {
        var kinds = news.stream().map(News::kind).distinct().toList();
        if (kinds.size() > 1 || news.size() > 1 && kinds.getFirst() != News.Kind.ATTENTION) {
            return Messages.News_title;
        }
        return switch (kinds.getFirst()) {
            case OPENED -> Messages.News_title_opened;
            case CLOSED -> Messages.News_title_closed;
            case ATTENTION -> Messages.News_title_attention;
        };
    }

    /** As one text. */
    public String text() {
        return String.join("\n", lines);
    }
}
