package org.mirrorbook.exchange.practice.rest;

/** A request that is answered with an error: the venue's code, a sentence, the HTTP status. */
final class RestProblem extends Exception {

    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    RestProblem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    RestProblem(String code, String message) {
        this(400, code, message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
