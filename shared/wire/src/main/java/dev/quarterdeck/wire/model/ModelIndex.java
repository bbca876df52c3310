package dev.quarterdeck.wire.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All service models of the catalog in one binary. Opening reads the bytes and the list of services; a service is decoded
 * when asked for, its shapes when first used. Written by {@link ModelIndexWriter}.
 */
public final class ModelIndex {
    static final int MAGIC = 0x51444d31; // QDM1
    static final int HASH_BYTES = 32;

    private final String version;
    private final Map<String, Supplier<ServiceModel>> services;

    private ModelIndex(String version, Map<String, Supplier<ServiceModel>> services) {
        this.version = version;
        this.services = services;
    }

    public static ModelIndex read(InputStream in) throws IOException {
        return of(in.readAllBytes());
    }

    public static ModelIndex of(byte[] bytes) {
        Cursor cursor = Cursor.at(bytes, 0);
        if (cursor.fixedInt() != MAGIC) {
            throw new IllegalArgumentException("not a model index: its first bytes are of something else");
        }
        String version = HexFormat.of().formatHex(cursor.bytes(HASH_BYTES));
        Strings strings = Strings.read(cursor, bytes);
        int count = cursor.number();
        Map<String, Supplier<ServiceModel>> services = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            String name = strings.at(cursor.number());
            int length = cursor.number();
            int start = cursor.position();
            services.put(name, new Once<>(() -> new ServiceReader(bytes, start, strings, name).read()));
            cursor.skip(length);
        }
        return new ModelIndex(version, services);
    }

    /** SHA-256 of the content, in hexadecimal. */
    public String version() {
        return version;
    }

    public Set<String> services() {
        return services.keySet();
    }

    public ServiceModel service(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("the index has no service '%s'".formatted(name)));
    }

    public Optional<ServiceModel> find(String name) {
        return Optional.ofNullable(services.get(name)).map(Supplier::get);
    }
}
