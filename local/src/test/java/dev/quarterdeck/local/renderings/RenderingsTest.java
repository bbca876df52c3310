package dev.quarterdeck.local.renderings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.facts.CatalogMeaning;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Redacted;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any two renderings of the same facts differ in nothing, and facts that differ in one thing differ in just that: for
 * resources of every catalogued type with whatever the models declare of them, through the publisher.
 */
class RenderingsTest {
    private static final int ROUNDS = Boolean.getBoolean("quarterdeck.long") ? 100 : 3;

    @TempDir
    private Path folder;

    private Chronicle chronicle;

    @BeforeEach
    void open() {
        chronicle = new Chronicle(folder, World.TYPES);
    }

    @AfterEach
    void close() {
        chronicle.close();
    }

    private void assertNothingIsTold(World world, List<Resource> look, int seed) throws IOException {
        assertThat(chronicle.look(world.account(), look))
                .as("seed %d", seed)
                .map(RenderingsTest::words)
                .isEmpty();
    }

    private static String words(Fields change) {
        return "%s: %s"
                .formatted(
                        change.text("type"),
                        change.objects("fields").stream()
                                .map(Fields::json)
                                .map(Json::text)
                                .toList());
    }

    @Test
    void everyTypeIsTried() {
        var types = new TreeSet<String>();
        new World(1).resources().forEach(one -> types.add(one.type().type().name()));
        World.TYPES
                .types()
                .forEach(type -> assertThat(types.remove(type.type().name()))
                        .as(type.type().name())
                        .isTrue());
    }

    @Test
    void anyTwoRenderingsOfTheSameFactsDifferInNothing() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var world = new World(seed);

            assertNothingIsTold(world, world.look(chronicle.now()), seed);
            assertNothingIsTold(world, world.look(chronicle.now()), seed);
        }
    }

    @Test
    void whatALookCouldNotReadHasNotChanged() throws IOException {
        for (int seed = 100; seed < 100 + ROUNDS; seed++) {
            var world = new World(seed);
            var _ = chronicle.look(world.account(), world.look(chronicle.now()));

            assertNothingIsTold(world, world.lookRefused(chronicle.now()), seed);
            assertNothingIsTold(world, world.look(chronicle.now()), seed);
        }
    }

    @Test
    void whatALaterCatalogHasLearntIsNoChange() throws IOException {
        for (int seed = 200; seed < 200 + ROUNDS; seed++) {
            var world = new World(seed);
            TypeCatalog older = OlderCatalog.of(world.random());
            var _ = chronicle.look(world.account(), world.lookOfOld(older, chronicle.now()));

            assertNothingIsTold(world, world.look(chronicle.now()), seed);
        }
    }

    @Test
    void oneTrueChangeIsToldAsJustThat() throws IOException {
        for (int seed = 300; seed < 300 + ROUNDS; seed++) {
            var world = new World(seed);
            List<Resource> before = world.look(chronicle.now());
            var _ = chronicle.look(world.account(), before);
            Map<Uid, Edit> edits = world.change();
            List<Resource> after = world.look(chronicle.now());

            var told = new HashMap<Uid, Fields>();
            for (Fields change : chronicle.look(world.account(), after)) {
                assertThat(change.text("kind")).isEqualTo("changed");
                assertThat(told.put(change.text("uid", Uid::new), change)).isNull();
            }

            assertThat(told).containsOnlyKeys(edits.keySet());
            assertThat(edits).hasSizeGreaterThan(world.resources().size() * 9 / 10);
            Map<Uid, Json> were = contents(before);
            Map<Uid, Json> are = contents(after);
            edits.forEach((uid, edit) -> isTold(
                    edit,
                    requireNonNull(told.get(uid)).objects("fields"),
                    requireNonNull(were.get(uid)),
                    requireNonNull(are.get(uid))));
        }
    }

    private static Map<Uid, Json> contents(List<Resource> look) {
        var meaning = new CatalogMeaning(World.TYPES);
        var contents = new HashMap<Uid, Json>();
        look.forEach(resource -> contents.put(
                resource.identity().uid(), meaning.of(resource.identity().type(), resource.config())));
        return contents;
    }

    private static void isTold(Edit edit, List<Fields> fields, Json before, Json after) {
        assertThat(fields).as(edit.toString()).hasSize(edit.isElement() ? 2 : 1);
        for (Fields field : fields) {
            var path = new Told(field.text("path"));
            if (!edit.isInAList()) {
                assertThat(path.path()).isEqualTo(String.join(".", edit.place()));
            }
            if (path.isOfAList()) {
                assertThat(items(path, before))
                        .containsAll(field.json().get("old").stream().toList());
                assertThat(items(path, after))
                        .containsAll(field.json().get("new").stream().toList());
            } else {
                assertThat(field.json().get("old")).as(path.path()).isEqualTo(path.in(before));
                assertThat(field.json().get("new")).as(path.path()).isEqualTo(path.in(after));
            }
        }
        assertThat(values(fields, "old")).as(edit.toString()).matches(old -> is(old, Optional.of(edit.old())));
        assertThat(values(fields, "new")).as(edit.toString()).matches(now -> is(now, edit.now()));
    }

    private static boolean is(List<? extends Json> told, Optional<Json> fact) {
        return told.equals(fact.stream().toList())
                || (told.size() == fact.stream().count() && told.stream().allMatch(RenderingsTest::isSecret));
    }

    private static List<Json> values(List<Fields> fields, String which) {
        return fields.stream()
                .flatMap(field -> field.json().get(which).stream())
                .toList();
    }

    private static boolean isSecret(Json value) {
        return value instanceof Json.Str(var text) && Redacted.is(text);
    }

    private static List<Json> items(Told path, Json content) {
        return path.in(content).orElseThrow() instanceof Json.Arr(var items) ? items : List.of();
    }
}
