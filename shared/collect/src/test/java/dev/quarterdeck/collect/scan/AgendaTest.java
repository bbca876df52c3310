package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final String CATALOG = """
        {"version": "1", "botocore": "1", "types": [
          {"type": "AWS::A::Settings", "service": "a", "title": "", "id": "x", "list": {"call": "GetSettings", "items": "@"},
           "enrich": [{"name": "e", "call": "GetMore", "into": "More"}]},
          {"type": "AWS::A::Plain", "service": "a", "title": "", "id": "x", "list": {"call": "ListPlain", "items": "P[]"}},
          {"type": "AWS::A::Deep", "service": "a", "title": "", "id": "x", "list": {"call": "ListDeep", "items": "D[]"},
           "enrich": [{"name": "d", "call": "GetDeep", "into": "More"}, {"name": "e", "call": "GetDeeper", "into": "Most"}]},
          {"type": "AWS::B::Parent", "service": "b", "title": "", "id": "x", "list": {"call": "ListParents", "items": "P[]"}},
          {"type": "AWS::B::Child", "service": "b", "title": "", "id": "x",
           "list": {"call": "ListChildren", "for": "AWS::B::Parent", "items": "C[]"}},
          {"type": "AWS::B::Second", "service": "b", "title": "", "id": "x",
           "list": {"call": "ListSeconds", "for": "AWS::B::Parent", "items": "S[]"}},
          {"type": "AWS::B::Batched", "service": "b", "title": "", "id": "x", "list": {"call": "ListBatched", "items": "B[]"},
           "enrich": [{"name": "e", "call": "DescribeBatched", "batch": {"param": "ids", "from": "x", "size": 10}, "items": "B[]",
                       "key": "x", "on": "x", "into": "@"}]},
          {"type": "AWS::C::Only", "service": "c", "title": "", "id": "x", "list": {"call": "ListOnly", "items": "O[]"}}]}
        """;

    private final Agenda agenda = Agenda.of(types());

    @Test
    void beginsWithWhatTakesLongForEachResource() {
        assertThat(eldest(agenda.first())).containsExactly("AWS::A::Deep", "AWS::B::Parent");
    }

    @Test
    void letsTheServicesTakeTurnsInTheRest() {
        assertThat(eldest(agenda.rest()))
                .containsExactly("AWS::A::Settings", "AWS::B::Batched", "AWS::C::Only", "AWS::A::Plain");
    }

    @Test
    void knowsAllOfThemAndWhichAreListedForOthers() {
        assertThat(agenda.all()).hasSize(8);
        assertThat(agenda.children()).containsOnlyKeys(new ResourceType("AWS::B::Parent"));
        assertThat(names(agenda.children().getOrDefault(new ResourceType("AWS::B::Parent"), List.of())))
                .containsExactly("AWS::B::Child", "AWS::B::Second");
    }

    private static List<String> eldest(List<Sisters> all) {
        return names(all.stream().map(Sisters::eldest).toList());
    }

    private static List<String> names(List<TypeDefinition> types) {
        return types.stream().map(type -> type.type().name()).toList();
    }

    private static List<TypeDefinition> types() {
        try {
            TypeCatalog catalog = TypeCatalog.read(new ByteArrayInputStream(CATALOG.getBytes(StandardCharsets.UTF_8)));
            return List.copyOf(catalog.types());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
