package dev.quarterdeck.wire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelIndexTest {
    private static final String THINGS = """
            {"botocore": "1", "service": "things",
             "metadata": {"protocol": "rest-xml", "apiVersion": "2020-01-01", "endpointPrefix": "thing", "auth": ["a#v4", "b"]},
             "operations": {"ListThings": {"name": "ListThings", "http": {"method": "GET", "requestUri": "/{Owner}"},
                "input": {"shape": "In", "locationName": "InRequest", "xmlNamespace": {"uri": "urn:in"}},
                "output": {"shape": "Out", "resultWrapper": "ListThingsResult"}, "authtype": "none",
                "endpoint": {"hostPrefix": "{Owner}."},
                "httpChecksum": {"requestAlgorithmMember": "Algo", "requestChecksumRequired": true},
                "staticContextParams": {"RequiresAccountId": {"value": true}}}},
             "shapes": {
                "In": {"type": "structure", "required": ["Owner"], "members": {
                    "Owner": {"shape": "Owner", "location": "uri", "hostLabel": true, "contextParam": {"name": "AccountId"}},
                    "Token": {"shape": "Owner", "idempotencyToken": true}}},
                "Out": {"type": "structure", "payload": "Tree", "members": {"Tree": {"shape": "Tree"}, "Size": {"shape": "Size"}}},
                "Tree": {"type": "structure", "members": {"Trees": {"shape": "Trees", "flattened": true}}},
                "Trees": {"type": "list", "min": 1, "max": 10, "member": {"shape": "Tree", "locationName": "tree"}},
                "Owner": {"type": "string", "min": 3, "locationName": "owner"}, "Size": {"type": "long", "max": 1000}},
             "pagination": {"ListThings": {"input_token": ["A", "B"], "output_token": "NextA || Trees[-1].Key",
                "limit_key": "Size", "more_results": "More", "result_key": "Tree"}}}
            """;
    private static final String OTHER = """
            {"service": "other", "metadata": {"protocol": "json", "signingName": "sign"}, "operations": {}, "shapes": {}}
            """;

    private static byte[] index(String... extracts) {
        ModelIndexWriter writer = new ModelIndexWriter();
        for (String extract : extracts) {
            try {
                writer.add(new ByteArrayInputStream(extract.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return writer.toBytes();
    }

    @Test
    void keepsWhatTheProtocolsNeed() {
        ServiceModel service = ModelIndex.of(index(THINGS, OTHER)).service("things");
        Operation operation = service.operation("ListThings");

        assertThat(service.protocol()).isEqualTo("rest-xml");
        assertThat(service.signingName()).isEqualTo("thing");
        assertThat(service.metadata("auth")).contains("a#v4");
        assertThat(operation.http()).isEqualTo(new Http("GET", "/{Owner}"));
        assertThat(operation.resultWrapper()).contains("ListThingsResult");
        assertThat(operation.extras())
                .isEqualTo(new Extras(
                        Optional.of("{Owner}."),
                        Optional.of("none"),
                        Optional.of(new Checksum(true, Optional.of("Algo"), Optional.empty())),
                        Map.of("RequiresAccountId", "true"),
                        Map.of("AccountId", "Owner"),
                        Optional.of(new Paginator(
                                List.of("A", "B"),
                                List.of("NextA || Trees[-1].Key"),
                                Optional.of("Size"),
                                Optional.of("More"),
                                List.of("Tree")))));
    }

    @Test
    void mergesAMembersTraitsOverItsShapes() {
        Operation operation = ModelIndex.of(index(THINGS)).service("things").operation("ListThings");
        Member owner = operation.inputMember("Owner");

        assertThat(owner).isNotNull();
        assertThat(owner.wireName()).isEqualTo("owner");
        assertThat(owner.traits().location()).isEqualTo(Location.URI);
        assertThat(owner.traits().marks()).isEqualTo(Set.of(Trait.HOST_LABEL));
        assertThat(owner.shape())
                .isEqualTo(new Scalar("Owner", Scalar.Kind.STRING, Optional.of(3.0), Optional.empty()));
        assertThat(operation.input().orElseThrow().traits().xmlNamespace())
                .contains(new Traits.XmlNamespace("", "urn:in"));
        assertThat(operation.inputMember("Nothing")).isNull();
    }

    @Test
    void sharesShapesThatContainThemselves() {
        Operation operation = ModelIndex.of(index(THINGS)).service("things").operation("ListThings");
        Structure out = (Structure) operation.output().orElseThrow().shape();
        Structure tree = (Structure) out.payload().orElseThrow().shape();
        Member trees = tree.members().iterator().next();

        assertThat(trees.traits().has(Trait.FLATTENED)).isTrue();
        assertThat(((ListShape) trees.shape()).most()).contains(10.0);
        assertThat(((ListShape) trees.shape()).element().shape()).isSameAs(tree);
        assertThat(((ListShape) trees.shape()).element().wireName()).isEqualTo("tree");
    }

    @Test
    void hasTheVersionOfItsContentWhateverTheOrder() {
        String version = ModelIndex.of(index(THINGS, OTHER)).version();

        assertThat(version).matches("[0-9a-f]{64}");
        assertThat(index(OTHER, THINGS)).isEqualTo(index(THINGS, OTHER));
        assertThat(ModelIndex.of(index(THINGS)).version()).isNotEqualTo(version);
        assertThat(ModelIndex.of(index(THINGS, OTHER)).services()).containsExactly("other", "things");
    }

    @Test
    void saysWhatItLacks() {
        ModelIndex index = ModelIndex.of(index(OTHER));

        assertThat(index.find("things")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.service("things"))
                .withMessage("the index has no service 'things'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.service("other").operation("Do"))
                .withMessage("other has no operation 'Do' in the index");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelIndex.of("PK\3\4 ".getBytes(StandardCharsets.UTF_8)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index("{\"service\": \"x\", \"metadata\": {}, \"shapes\": {}}"))
                .withMessageContaining("the model lacks 'operations'");
    }
}
