"""Writes what AWS would answer when it refuses: each protocol's forms of an error."""

import json
from xml.sax.saxutils import escape

from values import Text

# botocore's own handler fails where this operation's answer has no body
NEVER_BODILESS = {"GetBucketLocation"}
HTML = b"<html><body><b>Http/1.1 Service Unavailable</b></body></html>"


class Refusal:
    """One error of an operation, modelled or unheard of."""

    def __init__(self, operation, random):
        self.operation = operation
        self.random = random
        self.code, self.status = random.choice(
            [*modelled(operation), ("SomethingNew", 400), ("AccessDenied", 403), ("ServiceFailure", 500)]
        )
        text = Text(random, unicode=random.random() < 0.5)
        self.message = text.any() if random.random() < 0.9 else ""

    def answer(self):
        """(status, headers, body)"""
        protocol = self.operation.service_model.resolved_protocol
        if self.random.random() < 0.08:
            return 503, {"Content-Type": "text/html"}, HTML
        if self.may_lack_body() and self.random.random() < 0.08:
            return 500, {}, b""
        return {
            "json": self.json,
            "rest-json": self.rest_json,
            "query": self.query,
            "ec2": self.ec2,
            "rest-xml": self.rest_xml,
        }[protocol]()

    def json_body(self, **more):
        key = self.random.choice(("message", "Message"))
        return json.dumps(
            {**more, key: self.message, "extra": {"a": [1]}}, ensure_ascii=self.random.random() < 0.5
        ).encode()

    def json(self):
        kind = self.random.choice(
            (self.code, f"com.amazonaws.service#{self.code}", f"{self.code}:http://internal.amazon.com/coral/")
        )
        headers = {"x-amzn-RequestId": "a-request-id"}
        if self.operation.service_model.is_query_compatible and self.random.random() < 0.7:
            headers["x-amzn-query-error"] = self.random.choice((f"AWS.Simple.{self.code};Sender", ";Sender", "odd"))
        if self.random.random() < 0.1:
            return self.status, headers, self.json_body()
        return self.status, headers, self.json_body(__type=kind)

    def rest_json(self):
        form = self.random.randrange(4)
        if form == 0:
            return self.status, {"x-amzn-ErrorType": f"{self.code}:http://internal.amazon.com/coral/"}, self.json_body()
        if form == 1:
            return self.status, {"X-Amzn-Errortype": self.code}, self.json_body(__type="Other")
        return self.status, {}, self.json_body(**{("code", "Code")[form - 2]: self.code})

    def xml(self, *more):
        parts = [f"<Code>{self.code}</Code>", f"<Message>{escape(self.message)}</Message>", *more]
        if self.random.random() < 0.5:
            self.random.shuffle(parts)
        return "".join(parts)

    def query(self):
        space = self.random.choice(("", "\n  "))
        xmlns = f' xmlns="{self.operation.service_model.metadata["xmlNamespace"]}"'
        error = f"<Error>{space}{self.xml('<Type>Sender</Type>')}{space}</Error>"
        return (
            self.status,
            {},
            f"<ErrorResponse{xmlns}>{space}{error}{space}<RequestId>r</RequestId></ErrorResponse>".encode(),
        )

    def ec2(self):
        body = f"<Response><Errors><Error>{self.xml()}</Error></Errors><RequestID>r</RequestID></Response>"
        return self.status, {}, ('<?xml version="1.0" encoding="UTF-8"?>\n' + body).encode()

    def rest_xml(self):
        if self.operation.service_model.service_name != "s3":
            return self.query_like()
        if self.may_lack_body() and self.random.random() < 0.1:
            return 404, {"x-amz-request-id": "r"}, b""
        detail = "<BucketName>b</BucketName><RequestId>r</RequestId><HostId>h</HostId>"
        status = 200 if self.may_hide() and self.random.random() < 0.3 else self.status
        return (
            status,
            {"x-amz-request-id": "r"},
            f'<?xml version="1.0" encoding="UTF-8"?>\n<Error>{self.xml(detail)}</Error>'.encode(),
        )

    def query_like(self):
        body = (
            f"<ErrorResponse><Error>{self.xml('<Type>Sender</Type>')}</Error><RequestId>r</RequestId></ErrorResponse>"
        )
        return self.status, {}, body.encode()

    def may_lack_body(self):
        return self.operation.name not in NEVER_BODILESS

    def may_hide(self):
        """S3 may send an error with status 200, but not in place of a stream."""
        output = self.operation.output_shape
        payload = output.serialization.get("payload") if output else None
        return output is not None and (payload is None or output.members[payload].type_name not in ("blob", "string"))


def modelled(operation):
    return [
        (shape.error_code, shape.metadata.get("error", {}).get("httpStatusCode", 400))
        for shape in operation.error_shapes
    ]
