package dev.quarterdeck.wire;

import java.util.HashMap;
import java.util.Map;

/** Keeps the texts of one object that is a member of the answer: all that is wanted of some answers. */
final class MemberTexts implements JsonSink {
    private static final int WITHIN = 2;

    private final String member;
    private final Map<String, String> texts = new HashMap<>();
    private int depth;
    private String outer = "";
    private String name = "";

    MemberTexts(String member) {
        this.member = member;
    }

    String get(String key) {
        String found = texts.get(key);
        if (found == null) {
            throw new AccessFailure(
                    new Answer.Failed("MalformedAnswer", "the answer lacks %s.%s".formatted(member, key)));
        }
        return found;
    }

    @Override
    public void beginObject() {
        depth++;
    }

    @Override
    public void name(String next) {
        if (depth == 1) {
            outer = next;
        }
        name = next;
    }

    @Override
    public void endObject() {
        depth--;
    }

    @Override
    public void beginArray() {
        depth++;
    }

    @Override
    public void endArray() {
        depth--;
    }

    @Override
    public void string(String value) {
        if (depth == WITHIN && outer.equals(member)) {
            texts.put(name, value);
        }
    }

    @Override
    public void number(String literal) {}

    @Override
    public void bool(boolean value) {}

    @Override
    public void nothing() {}
}
