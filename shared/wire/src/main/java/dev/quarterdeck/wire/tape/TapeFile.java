package dev.quarterdeck.wire.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A tape in bytes: the looks' seconds, then each question in order with its different answers and which look got which.
 * Texts are UTF-8 behind their length, so that what is on a tape can be searched for as it is.
 */
final class TapeFile {
    private static final int FORM = 1;

    private TapeFile() {}

    static void write(Tape tape, DataOutputStream out) throws IOException {
        out.writeInt(FORM);
        out.writeInt(tape.looks().size());
        for (Instant look : tape.looks()) {
            out.writeLong(look.getEpochSecond());
        }
        out.writeInt(tape.answers().size());
        for (var track : tape.answers().entrySet()) {
            write(track.getKey(), out);
            write(track.getValue(), out);
        }
    }

    private static void write(Question question, DataOutputStream out) throws IOException {
        for (String part : List.of(question.account(), question.service(), question.region(), question.request())) {
            write(part, out);
        }
    }

    private static void write(NavigableMap<Integer, Taped> track, DataOutputStream out) throws IOException {
        var different = new ArrayList<>(new LinkedHashSet<>(track.values()));
        out.writeInt(different.size());
        for (Taped answer : different) {
            out.writeInt(answer.status());
            out.writeInt(answer.headers().size());
            for (var header : answer.headers().entrySet()) {
                write(header.getKey(), out);
                write(header.getValue(), out);
            }
            write(answer.body(), out);
        }
        out.writeInt(track.size());
        for (var look : track.entrySet()) {
            out.writeInt(look.getKey());
            out.writeInt(different.indexOf(look.getValue()));
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Tape read(DataInputStream in) throws IOException {
        if (in.readInt() != FORM) {
            throw new IOException("this is no tape, or one of another version");
        }
        var looks = new ArrayList<Instant>();
        for (int left = in.readInt(); left > 0; left--) {
            looks.add(Instant.ofEpochSecond(in.readLong()));
        }
        var answers = new TreeMap<Question, NavigableMap<Integer, Taped>>();
        for (int left = in.readInt(); left > 0; left--) {
            answers.put(new Question(text(in), text(in), text(in), text(in)), track(in));
        }
        return new Tape(looks, answers);
    }

    private static NavigableMap<Integer, Taped> track(DataInputStream in) throws IOException {
        var different = new ArrayList<Taped>();
        for (int left = in.readInt(); left > 0; left--) {
            different.add(answer(in));
        }
        var track = new TreeMap<Integer, Taped>();
        for (int left = in.readInt(); left > 0; left--) {
            track.put(in.readInt(), different.get(in.readInt()));
        }
        return track;
    }

    private static Taped answer(DataInputStream in) throws IOException {
        int status = in.readInt();
        var headers = new TreeMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.put(text(in), text(in));
        }
        return new Taped(status, headers, text(in));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }
}
