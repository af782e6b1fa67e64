package org.mirrorbook.exchange.practice.books;

/** The books do not take a request; carries the venue's code and a sentence for the one who asked. */
public final class OrderRefused extends Exception {

    private static final long serialVersionUID = 1L;
    private final String code;

    public OrderRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
