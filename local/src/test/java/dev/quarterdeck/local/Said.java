package dev.quarterdeck.local;

/** What a command said, and with which code it ended. */
record Said(int code, String out, String err) {}
