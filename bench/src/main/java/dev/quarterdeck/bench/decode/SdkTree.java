package dev.quarterdeck.bench.decode;

import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The SDK's typed answer as canonical JSON, to compare its content with ours. */
final class SdkTree {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private SdkTree() {}

    static Json of(SdkPojo pojo) {
        var members = new LinkedHashMap<String, Json>();
        for (SdkField<?> field : pojo.sdkFields()) {
            value(field.getValueOrDefault(pojo)).ifPresent(value -> members.put(field.memberName(), value));
        }
        return Json.of(members);
    }

    private static Optional<Json> value(Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case SdkAutoConstructList<?> _ -> Optional.empty();
            case SdkAutoConstructMap<?, ?> _ -> Optional.empty();
            case SdkPojo pojo -> Optional.of(of(pojo));
            case List<?> list ->
                Optional.of(Json.of(
                        list.stream().flatMap(item -> value(item).stream()).toList()));
            case Map<?, ?> map -> Optional.of(map(map));
            case Instant instant -> Optional.of(Json.of(text(instant)));
            case SdkBytes bytes -> Optional.of(Json.of(Base64.getEncoder().encodeToString(bytes.asByteArray())));
            case Boolean bool -> Optional.of(Json.of(bool));
            case Number number -> Optional.of(new Json.Num(new BigDecimal(number.toString())));
            default -> Optional.of(Json.of(value.toString()));
        };
    }

    private static Json map(Map<?, ?> map) {
        var members = new LinkedHashMap<String, Json>();
        map.forEach((name, value) -> value(value).ifPresent(json -> members.put(name.toString(), json)));
        return Json.of(members);
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are written before
    private static String text(Instant instant) {
        int micros = instant.getNano() / 1000;
        String seconds = SECONDS.format(instant.atOffset(ZoneOffset.UTC));
        return seconds + (micros == 0 ? "" : ".%06d".formatted(micros)) + "+00:00";
    }
}
