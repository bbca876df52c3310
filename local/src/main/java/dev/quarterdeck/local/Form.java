package dev.quarterdeck.local;

/** How results are written; the names are what people type. */
enum Form {
    table,
    json,
    csv,
    ndjson
}
