package dev.quarterdeck.testkit.segments;

import dev.quarterdeck.collect.segments.NamedSegmentWriter;
import dev.quarterdeck.collect.segments.Print;
import dev.quarterdeck.collect.segments.SegmentWriter;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A resource made up for tests, with a text of its own and of some length or other. */
record Sample(Uid uid, Json.Obj row) {
    private static final int LONGEST = 4000;

    static List<Sample> some(int count, Random random) {
        return Stream.generate(() -> of(random)).limit(count).toList();
    }

    private static Sample of(Random random) {
        String id = "i-%016x".formatted(random.nextLong());
        Uid uid = Uid.of(
                new Uid.Parts("aws", "111122223333", "eu-west-1", new ResourceType("AWS::EC2::Instance"), id, ""));
        return new Sample(uid, row(uid, random));
    }

    /** The same resource as it is another time. */
    Sample later(Random random) {
        return new Sample(uid, row(uid, random));
    }

    private static Json.Obj row(Uid uid, Random random) {
        String text = random.ints(random.nextInt(LONGEST), 'a', 'ü')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Members().put("uid", uid.value()).put("text", text).json();
    }

    private JsonBytes line() {
        return new JsonBytes(LONGEST).json(row);
    }

    Print content() {
        return Print.of(new JsonBytes(LONGEST).canonical(row));
    }

    Print whole() {
        return Print.of(line());
    }

    void into(NamedSegmentWriter writer, Set<String> words) throws IOException {
        writer.row(new NamedSegmentWriter.Head(uid, content(), whole()), line(), words);
    }

    void into(SegmentWriter writer) throws IOException {
        writer.row(uid, content(), whole(), line());
    }
}
