"""Writes what AWS would answer: the bytes and headers of a value, in each protocol, plain or strange.

Strange answers are still right: members in another order, unknown ones among them, nulls, comments, CDATA,
namespace prefixes, numbers and times in their other notations.
"""

import base64
import json
import math
from datetime import timedelta, timezone
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

BODILESS = ("header", "headers", "statusCode")


class Writer:
    """What the protocols share: notations of scalars, and headers."""

    def __init__(self, operation, random, strange=False):
        self.operation = operation
        self.random = random
        self.strange = strange

    def chance(self, of):
        return self.strange and self.random.random() < of

    def members(self, shape, value):
        """(member shape, name, value) of what goes into the body."""
        items = [
            (shape.members[name], name, item)
            for name, item in value.items()
            if shape.members[name].serialization.get("location") not in BODILESS
        ]
        if self.strange:
            self.random.shuffle(items)
        return items

    def iso(self, moment):
        if self.chance(0.2):
            moment = moment.astimezone(timezone(timedelta(hours=2))) if moment.year < 9999 else moment
            return moment.isoformat()
        text = moment.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
        if moment.microsecond % 1000:
            return f"{text}.{moment.microsecond:06d}Z"
        return f"{text}.{moment.microsecond // 1000:03d}Z" if moment.microsecond or self.chance(0.3) else f"{text}Z"

    def headers(self, shape, value):
        headers = {}
        for name, member in shape.members.items() if shape else ():
            if name == "ContentLength" and "payload" in shape.serialization:
                continue
            location = member.serialization.get("location")
            if name in value and location in ("header", "headers"):
                key = member.serialization.get("name", name)
                if location == "headers":
                    headers.update({key + suffix: text for suffix, text in value[name].items()})
                else:
                    headers[key.lower() if self.chance(0.5) else key] = self.header(member, value[name])
        return headers

    def header(self, member, value):
        if member.name == "Expires" and self.chance(0.5):
            return "tomorrow"  # S3 passes on whatever a client stored
        match member.type_name:
            case "timestamp":
                return format_datetime(value.astimezone(timezone.utc), usegmt=True)
            case "boolean":
                return str(value).lower()
            case "list":
                return ", ".join(self.header(member.member, item) for item in value)
            case "blob":
                return base64.b64encode(value).decode()
        return str(value)


class Json(Writer):
    """json and rest-json."""

    def body(self, shape, value):
        if shape is None:
            return self.random.choice((b"", b"{}"))
        indent = 2 if self.chance(0.5) else None
        text = json.dumps(self.plain(shape, value), indent=indent, ensure_ascii=self.random.random() < 0.5)
        return self.exponents(text).encode()

    def exponents(self, text):
        """Python does not write 1.5E9 by itself: such times are texts between marks, which go here."""
        return text.replace('"\\u0001', "").replace('\\u0001"', "")

    def plain(self, shape, value):
        match shape.type_name:
            case "structure":
                return self.structure(shape, value)
            case "list":
                items = [self.plain(shape.member, item) for item in value]
                return items + [None] if self.chance(0.05) else items
            case "map":
                return {key: self.plain(shape.value, item) for key, item in value.items()}
            case "blob":
                return base64.b64encode(value).decode()
            case "timestamp":
                return self.time(value)
            case "double" | "float":
                return int(value) if value == int(value) and self.chance(0.5) else value
            case "integer" | "long":
                return float(value) if abs(value) < 2**31 and self.chance(0.1) else value
        return value

    def structure(self, shape, value):
        if shape.is_document_type:
            return value
        written = {}
        for member, name, item in self.members(shape, value):
            if self.chance(0.1) and not shape.is_tagged_union:
                written[f"Unknown{len(written)}"] = self.random.choice((None, 1, "x", [1, [2]], {"a": {"b": []}}))
            written[member.serialization.get("name", name)] = self.plain(member, item)
        for name, member in shape.members.items() if self.chance(0.3) else ():
            written.setdefault(member.serialization.get("name", name), None)
        return written

    def time(self, value):
        if self.chance(0.2):
            return self.iso(value)
        seconds = round(value.timestamp(), 3)
        if seconds == int(seconds) and self.random.random() < 0.5:
            return int(seconds)
        return f"\u0001{seconds:.12E}\u0001" if self.chance(0.5) else seconds


class Xml(Writer):
    """query, ec2 and rest-xml."""

    def __init__(self, operation, random, strange=False):
        super().__init__(operation, random, strange)
        self.prefix = "ns2:" if self.chance(0.2) else ""

    def tag(self, name, inner, attributes=""):
        if not inner and self.random.random() < 0.5:
            return f"<{self.prefix}{name}{attributes}/>"
        return f"<{self.prefix}{name}{attributes}>{inner}</{self.prefix}{name}>"

    def space(self):
        return self.random.choice(("\n  ", "", "<!-- a comment -->", "<?pi x?>", "\t")) if self.strange else ""

    def document(self, root, inner, namespace):
        declaration = '<?xml version="1.0" encoding="UTF-8"?>\n' if self.random.random() < 0.5 else ""
        namespace = namespace or self.prefix and "urn:x"
        xmlns = f' xmlns{":ns2" if self.prefix else ""}="{namespace}"' if namespace else ""
        return (declaration + self.tag(root, inner, xmlns)).encode()

    def inner(self, shape, value):
        """What stands between the tags of a value."""
        match shape.type_name:
            case "structure":
                return self.structure(shape, value)
            case "list":
                name = shape.member.serialization.get("name", "member")
                return self.space().join(["", *(self.element(shape.member, name, item) for item in value), ""])
            case "map":
                return "".join(self.tag("entry", self.entry(shape, item)) for item in value.items())
            case "boolean":
                return str(value).lower()
            case "timestamp":
                return self.iso(value)
            case "blob":
                return base64.b64encode(value).decode()
            case "double" | "float":
                return f"{value:E}" if self.chance(0.3) else repr(value)
        return self.text(str(value))

    def text(self, value):
        if self.chance(0.1) and "]]>" not in value and value:
            return f"<![CDATA[{value}]]>"
        if self.chance(0.1) and len(value) > 1:
            return escape(value[0]) + "<!-- inside -->" + escape(value[1:])
        if self.chance(0.1):
            return "".join(f"&#{ord(c)};" for c in value)
        return escape(value)

    def entry(self, shape, item):
        key, value = item
        pair = [
            self.element(shape.key, shape.key.serialization.get("name") or "key", key),
            self.element(shape.value, shape.value.serialization.get("name") or "value", value),
        ]
        return self.space().join(["", *pair, ""])

    def element(self, shape, name, value):
        return self.tag(name, self.inner(shape, value), self.attributes(shape, value))

    def attributes(self, shape, value):
        if shape.type_name != "structure":
            return ""
        written = [
            f' {member.serialization["name"]}={quoteattr(value[name])}'
            for name, member in shape.members.items()
            if member.serialization.get("xmlAttribute") and name in value
        ]
        return ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' + "".join(written) if written else ""

    def structure(self, shape, value):
        parts = []
        for member, name, item in self.members(shape, value):
            if member.serialization.get("xmlAttribute"):
                continue
            if self.chance(0.1) and not shape.is_tagged_union:
                parts.append("<unknown><deep>1</deep><deep/></unknown>")
            parts += self.member(member, name, item)
        return self.space().join(["", *parts, ""]) if parts else ""

    def member(self, member, name, item):
        flattened = member.serialization.get("flattened")
        if flattened and member.type_name == "list":
            name = member.member.serialization.get("name") or member.serialization.get("name", name)
            return [self.element(member.member, name, one) for one in item]
        name = member.serialization.get("name", name)
        if flattened and member.type_name == "map":
            return [self.tag(name, self.entry(member, pair)) for pair in item.items()]
        return [self.element(member, name, item)]

    @property
    def namespace(self):
        return self.operation.service_model.metadata.get("xmlNamespace", "https://example.com/doc/")


class Query(Xml):
    def body(self, shape, value):
        parts = []
        if shape is not None:
            result = self.inner(shape, value)
            parts.append(
                self.tag(shape.serialization["resultWrapper"], result)
                if "resultWrapper" in shape.serialization
                else result
            )
        parts.append(self.tag("ResponseMetadata", self.tag("RequestId", "a-request-id")))
        return self.document(f"{self.operation.name}Response", self.space().join(parts), self.namespace)


class Ec2(Xml):
    def body(self, shape, value):
        inner = self.inner(shape, value) if shape else self.tag("return", "true")
        return self.document(
            f"{self.operation.name}Response", self.tag("requestId", "a-request-id") + inner, self.namespace
        )


class RestXml(Xml):
    def body(self, shape, value):
        if shape is None:
            return b""
        if self.operation.name == "GetBucketLocation":
            return self.document("LocationConstraint", escape(value.get("LocationConstraint", "")), self.namespace)
        inner = self.inner(shape, value)
        if not inner and self.random.random() < 0.5:
            return b""
        root = shape.serialization.get("name") or f"{self.operation.name}Result"
        return self.document(root, inner, "" if self.chance(0.3) else self.namespace)


WRITERS = {"json": Json, "rest-json": Json, "query": Query, "ec2": Ec2, "rest-xml": RestXml}


def writer(operation, random, strange=False):
    return WRITERS[operation.service_model.resolved_protocol](operation, random, strange)


def answer(operation, value, random, strange=False):
    """(status, headers, body) for a value of the operation's output."""
    writes = writer(operation, random, strange)
    shape = operation.output_shape
    headers = {"x-amzn-RequestId": "a-request-id", **writes.headers(shape, value)}
    status = operation.http.get("responseCode", 200)
    payload = shape.serialization.get("payload") if shape else None
    if payload is None:
        return status, headers, writes.body(shape, value)
    member = shape.members[payload]
    content = value.get(payload)
    if member.type_name in ("blob", "string"):
        body = content.encode() if isinstance(content, str) else content or b""
        return status, {**headers, "content-length": str(len(body))}, body
    return status, headers, writes.body(member, content or {})
