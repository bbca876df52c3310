package dev.quarterdeck.wire.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One AWS service: how it is spoken to and which operations the index holds. */
public final class ServiceModel {
    private final String name;
    private final Map<String, String> metadata;
    private final Map<String, Supplier<Operation>> operations;

    ServiceModel(String name, Map<String, String> metadata, Map<String, Supplier<Operation>> operations) {
        this.name = name;
        this.metadata = metadata;
        this.operations = operations;
    }

    /** botocore's name of the service. */
    public String name() {
        return name;
    }

    /** {@code json}, {@code rest-json}, {@code query}, {@code rest-xml} or {@code ec2}. */
    public String protocol() {
        return required("protocol");
    }

    public String apiVersion() {
        return required("apiVersion");
    }

    /** AWS's own name of it, with spaces. */
    public String serviceId() {
        return metadata("serviceId").orElse(name);
    }

    /** The name in credential scopes. */
    public String signingName() {
        return metadata("signingName").orElseGet(() -> required("endpointPrefix"));
    }

    /** A value of the model's metadata such as {@code jsonVersion}; lists come as their first element. */
    public Optional<String> metadata(String key) {
        return Optional.ofNullable(metadata.get(key));
    }

    public String required(String key) {
        return metadata(key)
                .orElseThrow(() -> new IllegalStateException("the model of %s lacks %s".formatted(name, key)));
    }

    public Set<String> operations() {
        return operations.keySet();
    }

    public Operation operation(String operation) {
        Supplier<Operation> found = operations.get(operation);
        if (found == null) {
            throw new IllegalArgumentException("%s has no operation '%s' in the index".formatted(name, operation));
        }
        return found.get();
    }
}
