package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.workflows.Fault;

/** A step failed with an error that has a name. */
final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    FaultException(Fault fault) {
        super("%s: %s".formatted(fault.error(), fault.cause()), null, false, false);
        this.fault = fault;
    }

    FaultException(String error, String cause) {
        this(new Fault(error, cause));
    }

    Fault fault() {
        return fault;
    }
}
