package org.numericclaims.figure;

/** A text that this package refuses to read: a stable code, and a sentence that says how to mend it. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public Unreadable(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
