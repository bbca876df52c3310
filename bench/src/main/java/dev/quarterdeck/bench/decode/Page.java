package dev.quarterdeck.bench.decode;

/** One answer of AWS as bytes. {@code items} is the path to its rows. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Page(String service, String operation, String items, String contentType, byte[] body) {}
