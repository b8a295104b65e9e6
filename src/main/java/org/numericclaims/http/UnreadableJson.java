package org.numericclaims.http;

import java.util.List;

/** A text is no JSON object, or one beyond the limits; the fault says where and why. */
final class UnreadableJson extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;
    private final int status;

    UnreadableJson(int status, Fault fault) {
        super(fault.detail());
        this.fault = fault;
        this.status = status;
    }

    Fault fault() {
        return fault;
    }

    RuntimeException problem() {
        return Problems.of(status, List.of(fault));
    }
}
