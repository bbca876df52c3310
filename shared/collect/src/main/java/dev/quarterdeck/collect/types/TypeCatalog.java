package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** Every type of resource that can be collected, by name and alias; {@code models} is the botocore they were checked against. */
public final class TypeCatalog {
    private static final String SHIPPED = "/META-INF/quarterdeck/types.json";

    private final String version;
    private final String models;
    private final SequencedMap<ResourceType, TypeDefinition> types;
    private final Map<String, TypeDefinition> byName;

    private TypeCatalog(String version, String models, List<TypeDefinition> definitions) {
        this.version = version;
        this.models = models;
        this.types = new LinkedHashMap<>();
        this.byName = new LinkedHashMap<>();
        for (TypeDefinition definition : definitions) {
            types.put(definition.type(), definition);
            byName.put(definition.type().name().toLowerCase(Locale.ROOT), definition);
            definition
                    .heading()
                    .aliases()
                    .forEach(alias -> byName.putIfAbsent(alias.toLowerCase(Locale.ROOT), definition));
        }
    }

    /** The types that were compiled into this build, from the class path. */
    public static TypeCatalog shipped() {
        try (InputStream in = Objects.requireNonNull(TypeCatalog.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog of this build cannot be read", e);
        }
    }

    /** From the JSON that the catalog compiler writes. */
    public static TypeCatalog read(InputStream in) throws IOException {
        if (!(JsonReader.read(in) instanceof Json.Obj root)) {
            throw new IOException("the catalog of types is not a JSON object");
        }
        var source = new Source(root, "catalog");
        var definitions = new ArrayList<TypeDefinition>();
        source.objects("types").forEach(type -> definitions.add(DefinitionReader.read(type)));
        return new TypeCatalog(source.text("version"), source.text("botocore"), definitions);
    }

    public String version() {
        return version;
    }

    public String models() {
        return models;
    }

    /** In the order of their names. */
    public Collection<TypeDefinition> types() {
        return List.copyOf(types.values());
    }

    public Optional<TypeDefinition> find(ResourceType type) {
        return Optional.ofNullable(types.get(type));
    }

    /** By CloudFormation's name or by alias, whatever the case of its letters. */
    public Optional<TypeDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
