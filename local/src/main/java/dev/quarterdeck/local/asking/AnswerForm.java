package dev.quarterdeck.local.asking;

/** How the rows of an answer are written; the names are what people type. */
public enum AnswerForm {
    table,
    json,
    csv,
    ndjson
}
