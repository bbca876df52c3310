package dev.quarterdeck.wire.model;

/** The form of a value. Shapes are compared by identity; they may contain themselves. */
public sealed interface Shape permits Structure, ListShape, MapShape, Scalar {
    String name();
}
