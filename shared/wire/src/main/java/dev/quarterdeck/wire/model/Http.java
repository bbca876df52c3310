package dev.quarterdeck.wire.model;

/** An operation's place in HTTP: {@code uri} is a template such as {@code /{Bucket}/{Key+}?tagging}. */
public record Http(String method, String uri) {}
