package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** JSON values as DynamoDB has them. */
final class Values {
    private Values() {}

    static AttributeValue of(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue of(Json value) {
        return switch (value) {
            case Json.Null _ -> AttributeValue.fromNul(true);
            case Json.Bool(boolean bool) -> AttributeValue.fromBool(bool);
            case Json.Num(BigDecimal number) -> AttributeValue.fromN(number.toString());
            case Json.Str(String text) -> AttributeValue.fromS(text);
            case Json.Arr(List<Json> items) ->
                AttributeValue.fromL(items.stream().map(Values::of).toList());
            case Json.Obj some -> AttributeValue.fromM(members(some));
        };
    }

    private static Map<String, AttributeValue> members(Json.Obj some) {
        var members = new LinkedHashMap<String, AttributeValue>();
        some.members().forEach((name, value) -> members.put(name, of(value)));
        return members;
    }

    static Json json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Json.of(value.s());
            case N -> new Json.Num(new BigDecimal(value.n()));
            case BOOL -> Json.of(value.bool());
            case NUL -> Json.Null.VALUE;
            case L -> Json.of(value.l().stream().map(Values::json).toList());
            case M -> object(value.m());
            case B, BS, NS, SS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalStateException("an attribute of a type that the hub never writes: " + value.type());
        };
    }

    private static Json object(Map<String, AttributeValue> members) {
        var object = new LinkedHashMap<String, Json>();
        members.forEach((name, value) -> object.put(name, json(value)));
        return new Json.Obj(object);
    }
}
