package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import dev.quarterdeck.wire.model.Trait;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the members of an answer that stand in its status and headers. */
final class HeaderMembers {
    private final String service;

    HeaderMembers(String service) {
        this.service = service;
    }

    void write(Structure structure, WireResponse response, JsonSink out) throws IOException {
        for (Member member : structure.members()) {
            switch (member.traits().location()) {
                case STATUS_CODE -> {
                    out.name(member.name());
                    out.number(Integer.toString(response.status()));
                }
                case HEADERS -> prefixed(member, response.headers(), out);
                case HEADER -> {
                    Optional<String> value = response.headers().find(member.wireName());
                    if (value.isPresent()) {
                        header(structure, member, value.get(), out);
                    }
                }
                case BODY, URI, QUERYSTRING -> {}
            }
        }
    }

    private static void prefixed(Member member, Headers headers, JsonSink out) {
        String prefix = member.traits().locationName().orElse("").toLowerCase(Locale.ROOT);
        out.name(member.name());
        out.beginObject();
        for (Map.Entry<String, String> header : headers.all().entrySet()) {
            if (header.getKey().toLowerCase(Locale.ROOT).startsWith(prefix)) {
                out.name(header.getKey().substring(prefix.length()));
                out.string(header.getValue());
            }
        }
        out.endObject();
    }

    private void header(Structure structure, Member member, String text, JsonSink out) throws IOException {
        if (isExpires(member)) {
            expires(member, text, out);
            return;
        }
        out.name(member.name());
        if (member.traits().has(Trait.JSON_VALUE)) {
            byte[] json = Base64.getMimeDecoder().decode(text);
            JsonCursor.open(json, json.length).copy(out);
        } else if (member.shape() instanceof ListShape list) {
            out.beginArray();
            for (String element : text.split(",", -1)) {
                scalar(structure, list.element(), element.strip(), out);
            }
            out.endArray();
        } else {
            scalar(structure, member, text, out);
        }
    }

    private void scalar(Structure structure, Member member, String text, JsonSink out) throws IOException {
        if (member.shape() instanceof Scalar) {
            Texts.write(TextForm.of(service, structure.name(), member), text, out);
        } else {
            throw new MalformedResponseException("the header of %s is not a scalar".formatted(member.name()));
        }
    }

    /** S3 passes on whatever a client once stored as Expires: the text is always given, the time only where it is one. */
    private boolean isExpires(Member member) {
        return service.equals("s3")
                && member.shape().name().equals("Expires")
                && member.wireName().equals("Expires");
    }

    private static void expires(Member member, String text, JsonSink out) {
        out.name("ExpiresString");
        out.string(text);
        try {
            String time = Timestamps.canonical(text);
            out.name(member.name());
            out.string(time);
        } catch (MalformedResponseException _) {
            // botocore leaves the member out too
        }
    }
}
