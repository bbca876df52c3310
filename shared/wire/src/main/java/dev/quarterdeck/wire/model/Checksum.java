package dev.quarterdeck.wire.model;

import java.util.Optional;

/**
 * What an operation asks of checksums: whether the body needs one, which input member names the algorithm, and which
 * asks for the answer's.
 */
public record Checksum(boolean required, Optional<String> algorithmMember, Optional<String> validationModeMember) {}
