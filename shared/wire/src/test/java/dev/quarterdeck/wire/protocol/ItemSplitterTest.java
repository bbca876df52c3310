package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import dev.quarterdeck.wire.model.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemSplitterTest {
    /** Collects the items as JSON texts. */
    private static final class Items implements ItemSink {
        private final List<String> texts = new ArrayList<>();
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Utf8JsonSink sink = new Utf8JsonSink(bytes);

        @Override
        public JsonSink begin() {
            bytes = new ByteArrayOutputStream();
            sink = new Utf8JsonSink(bytes);
            return sink;
        }

        @Override
        public void end() {
            sink.flush();
            texts.add(bytes.toString(StandardCharsets.UTF_8));
        }
    }

    private static List<String> items(String path, List<String> carry, String json) throws IOException {
        Items items = new Items();
        feed(new ItemSplitter(new Paging(path, carry), List.of(), Optional.empty(), items), json);
        return items.texts;
    }

    private static ItemSplitter tokens(List<String> tokens, String more, String json) throws IOException {
        ItemSplitter splitter =
                new ItemSplitter(new Paging("Contents[]", List.of()), tokens, Optional.of(more), new Items());
        feed(splitter, json);
        return splitter;
    }

    private static void feed(ItemSplitter splitter, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonCursor.open(bytes, bytes.length).copy(splitter);
    }

    @Test
    void walksPathsOfProjections() throws IOException {
        String json = """
                {"R": [{"O": "1", "I": [{"Id": "a", "I": [{"x": 1}]}, {"Id": "b"}]}, {"I": []}, {}, {"I": [{"Id": "c"}]}], "I": [9]}
                """;

        assertThat(items("R[].I[]", List.of(), json))
                .containsExactly("{\"Id\":\"a\",\"I\":[{\"x\":1}]}", "{\"Id\":\"b\"}", "{\"Id\":\"c\"}");
    }

    @Test
    void givesTextsListsAndTheWholeAnswer() throws IOException {
        assertThat(items("Urls[]", List.of(), "{\"Urls\": [\"u\", null, 3, [1, [2]], {}]}"))
                .containsExactly("\"u\"", "3", "[1,[2]]", "{}");
        assertThat(items("@", List.of(), "{\"a\": {\"b\": [1]}}")).containsExactly("{\"a\":{\"b\":[1]}}");
        assertThat(items("Only.One", List.of(), "{\"Only\": {\"One\": {\"a\": 1}}}"))
                .containsExactly("{\"a\":1}");
    }

    @Test
    void carriesMembersThatComeBeforeTheList() throws IOException {
        String json =
                "{\"Top\": {\"t\": 1}, \"R\": [{\"O\": \"1\", \"I\": [{\"Id\": \"a\"}]}, {\"O\": \"2\", \"I\": [{\"Id\": \"b\"}]}]}";

        assertThat(items("R[].I[]", List.of("O"), json))
                .containsExactly("{\"Id\":\"a\",\"O\":\"1\"}", "{\"Id\":\"b\",\"O\":\"2\"}");
        assertThat(items("R[].I[]", List.of("Top"), json))
                .containsExactly("{\"Id\":\"a\",\"Top\":{\"t\":1}}", "{\"Id\":\"b\",\"Top\":{\"t\":1}}");
    }

    @Test
    void carriesMembersThatComeAfterTheList() throws IOException {
        String json =
                "{\"R\": [{\"I\": [{\"Id\": \"a\"}, {\"Id\": \"b\"}], \"O\": \"1\"}, {\"O\": \"2\", \"I\": [{\"Id\": \"c\"}]}, {\"I\": [{\"Id\": \"d\"}]}]}";

        assertThat(items("R[].I[]", List.of("O"), json))
                .containsExactlyInAnyOrder(
                        "{\"Id\":\"a\",\"O\":\"1\"}",
                        "{\"Id\":\"b\",\"O\":\"1\"}",
                        "{\"Id\":\"c\",\"O\":\"2\"}",
                        "{\"Id\":\"d\"}");
    }

    /** Neither the answer nor the resource's own parent can say X any more, so nobody waits for the page's end. */
    @Test
    void givesAnItemAsSoonAsNothingMoreCanBeCarried() {
        Operation operation = Samples.operation(Samples.service("ec2", "ec2", "", """
                "Input": {"type": "structure", "members": {}},
                "Output": {"type": "structure", "members": {"R": {"shape": "Parents"}}},
                "Parents": {"type": "list", "member": {"shape": "Parent"}},
                "Parent": {"type": "structure", "members": {"I": {"shape": "Items"}, "X": {"shape": "Text"}}},
                "Items": {"type": "list", "member": {"shape": "Item"}},
                "Item": {"type": "structure", "members": {"Id": {"shape": "Text"}}},
                "Text": {"type": "string"}"""));
        Items items = new Items();
        ItemSplitter splitter = new ItemSplitter(
                        new Paging("R[].I[]", List.of("X")), List.of(), Optional.empty(), items)
                .of(operation.output().orElseThrow().shape());

        splitter.beginObject();
        splitter.name("R");
        splitter.beginArray();
        splitter.beginObject();
        splitter.name("I");
        splitter.beginArray();
        splitter.beginObject();
        splitter.name("Id");
        splitter.string("a");
        splitter.endObject();
        splitter.endArray();
        assertThat(items.texts).isEmpty();

        splitter.endObject();
        assertThat(items.texts).containsExactly("{\"Id\":\"a\"}");
    }

    @Test
    void prefersTheItemsOwnMemberAndTheNearestParents() throws IOException {
        String json =
                "{\"O\": \"top\", \"R\": [{\"O\": \"near\", \"I\": [{\"Id\": \"a\"}, {\"O\": \"own\"}]}, {\"I\": [{\"Id\": \"b\"}]}]}";

        assertThat(items("R[].I[]", List.of("O"), json))
                .containsExactlyInAnyOrder(
                        "{\"Id\":\"a\",\"O\":\"near\"}", "{\"O\":\"own\"}", "{\"Id\":\"b\",\"O\":\"top\"}");
    }

    @Test
    void catchesTokens() throws IOException {
        String json =
                "{\"More\": true, \"Contents\": [{\"Key\": \"a\"}, {\"Key\": \"b\"}], \"List\": {\"Next\": {\"k\": {\"S\": \"v\"}}}, \"Empty\": \"\"}";

        ItemSplitter page =
                tokens(List.of("NextMarker || Contents[-1].Key", "List.Next", "Empty", "None"), "More", json);

        assertThat(page.tokens())
                .isEqualTo(Map.of("NextMarker || Contents[-1].Key", "b", "List.Next", Map.of("k", Map.of("S", "v"))));
        assertThat(page.more()).isTrue();
        assertThat(page.items()).isEqualTo(2);
    }

    @Test
    void takesTheLastElementAsItIs() throws IOException {
        String json = "{\"Contents\": [{\"Key\": \"a\"}, {\"Other\": \"b\"}], \"More\": false}";

        ItemSplitter page = tokens(List.of("Contents[-1].Key"), "More", json);

        assertThat(page.tokens()).isEmpty();
        assertThat(page.more()).isFalse();
        assertThat(tokens(List.of("Next"), "More", "{}").more()).isFalse();
    }

    @Test
    void refusesPathsItCannotStream() {
        assertThatIllegalArgumentException().isThrownBy(() -> items("a[0].b", List.of(), "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens(List.of("a[?x]"), "b", "{}"));
    }

    @Test
    void survivesDeepAnswers() throws IOException {
        String deep = "{\"x\":".repeat(200) + "1" + "}".repeat(200);

        assertThat(items("I[]", List.of(), "{\"I\": [" + deep + "]}")).containsExactly(deep);
    }
}
