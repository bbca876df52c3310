package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import java.util.List;

/** What the text of a scalar in an answer stands for. */
enum TextForm {
    TEXT,
    BOOLEAN,
    WHOLE,
    DECIMAL,
    TIMESTAMP,
    BLOB,
    /** A JSON document, given as such; a text that is none stays a text. */
    JSON,
    /** A percent-encoded JSON document. */
    QUOTED_JSON,
    /** Base64 of a text. */
    BASE64_TEXT;

    /** One member or shape whose text botocore's after-call handlers decode; an empty structure or member means any. */
    private record Rule(String service, String structure, String member, String shape, TextForm form) {
        boolean concerns(String service, String structure, Member member) {
            return this.service.equals(service)
                    && (this.structure.isEmpty() || this.structure.equals(structure))
                    && (this.member.isEmpty() || this.member.equals(member.name()))
                    && (shape.isEmpty() || shape.equals(member.shape().name()));
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("iam", "", "", "policyDocumentType", QUOTED_JSON),
            new Rule("cloudformation", "GetTemplateOutput", "TemplateBody", "", JSON),
            new Rule("ec2", "GetConsoleOutputResult", "Output", "", BASE64_TEXT));

    static TextForm of(String service, String structure, Member member) {
        Scalar scalar = (Scalar) member.shape();
        for (Rule rule : RULES) {
            if (rule.concerns(service, structure, member)) {
                return rule.form;
            }
        }
        return switch (scalar.kind()) {
            case STRING, CHARACTER -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case INTEGER, LONG -> WHOLE;
            case FLOAT, DOUBLE -> DECIMAL;
            case TIMESTAMP -> TIMESTAMP;
            case BLOB -> BLOB;
        };
    }
}
