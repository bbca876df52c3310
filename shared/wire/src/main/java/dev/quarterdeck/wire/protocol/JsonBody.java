package dev.quarterdeck.wire.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a checked structure as a JSON body. */
final class JsonBody {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private JsonBody(JsonGenerator out) {
        this.out = out;
    }

    static byte[] of(Structure structure, Map<?, ?> values) {
        return write(body -> body.structure(structure, values));
    }

    static byte[] ofMember(Member member, Object value) {
        return write(body -> body.value(member, value));
    }

    /** Any value that JSON can say, without a model. */
    static byte[] ofDocument(@Nullable Object value) {
        return write(body -> body.document(value));
    }

    /** Something that writes into a body. */
    private interface Writing {
        void to(JsonBody body) throws IOException;
    }

    private static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            writing.to(new JsonBody(generator));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private void structure(Structure structure, Map<?, ?> values) throws IOException {
        if (structure.form() == Structure.Form.DOCUMENT) {
            document(values);
            return;
        }
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            Member member = structure.member((String) entry.getKey());
            if (member != null) {
                out.writeFieldName(member.wireName());
                value(member, entry.getValue());
            }
        }
        out.writeEndObject();
    }

    private void value(Member member, Object value) throws IOException {
        switch (member.shape()) {
            case Structure structure when structure.form() == Structure.Form.DOCUMENT -> document(value);
            case Structure structure -> structure(structure, (Map<?, ?>) value);
            case ListShape list -> {
                out.writeStartArray();
                for (Object element : (List<?>) value) {
                    value(list.element(), element);
                }
                out.writeEndArray();
            }
            case MapShape map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    out.writeFieldName((String) entry.getKey());
                    value(map.value(), entry.getValue());
                }
                out.writeEndObject();
            }
            case Scalar scalar -> scalar(scalar, member, value);
        }
    }

    private void scalar(Scalar scalar, Member member, Object value) throws IOException {
        switch (scalar.kind()) {
            case STRING, CHARACTER -> out.writeString((String) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case INTEGER, LONG -> out.writeNumber(new BigInteger(Values.whole((Number) value)));
            case FLOAT, DOUBLE -> decimal((Number) value);
            case BLOB -> out.writeString(Values.base64(value));
            case TIMESTAMP -> timestamp(member, value);
        }
    }

    private void decimal(Number number) throws IOException {
        if (Values.isFinite(number)) {
            out.writeNumber(Values.decimal(number));
        } else {
            out.writeString(number.toString());
        }
    }

    private void timestamp(Member member, Object value) throws IOException {
        String format =
                member.traits().timestampFormat().orElse("unixTimestamp").toLowerCase(Locale.ROOT);
        String text = Values.timestamp(value, member.traits().timestampFormat(), format);
        if (format.equals("unixtimestamp")) {
            out.writeNumber(text);
        } else {
            out.writeString(text);
        }
    }

    private void document(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeFieldName(String.valueOf(entry.getKey()));
                    document(entry.getValue());
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (Object element : list) {
                    document(element);
                }
                out.writeEndArray();
            }
            case Boolean bool -> out.writeBoolean(bool);
            case BigDecimal number -> out.writeNumber(number);
            case Number number -> out.writeNumber(number.toString());
            default -> out.writeString(value.toString());
        }
    }
}
