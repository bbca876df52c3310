package dev.quarterdeck.collect.edges;

import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Resource.Identifier;
import dev.quarterdeck.inventory.Resource.Identity;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;

/** A resource, as far as others can speak of it: what it is, where it is, and all it is called. */
public record Named(Uid uid, ResourceType type, Place place, Names names) {

    /** Region is {@code global} for what belongs to none. */
    public record Place(String account, String region) {}

    /** {@code plain} falls back to the native id. */
    public record Names(Optional<String> arn, String nativeId, String plain, List<Identifier> identifiers) {
        public Names {
            identifiers = List.copyOf(identifiers);
        }
    }

    public static Named of(Resource resource) {
        Identity identity = resource.identity();
        return new Named(
                identity.uid(),
                identity.type(),
                new Place(identity.place().account().value(), identity.place().region()),
                new Names(
                        identity.arn(),
                        identity.nativeId(),
                        identity.name(),
                        resource.traits().details().identifiers()));
    }

    /** The resource of which this row of {@code resources} tells. */
    public static Named of(Json.Obj row) {
        Fields fields = Fields.of(row);
        return new Named(
                fields.text("uid", Uid::new),
                fields.text("type", ResourceType::new),
                new Place(fields.text("account_id"), fields.text("region")),
                new Names(
                        fields.maybeText("arn"),
                        fields.text("native_id"),
                        fields.text("name"),
                        fields.objects("identifiers").stream()
                                .map(name -> new Identifier(name.text("kind"), name.text("value")))
                                .toList()));
    }
}
