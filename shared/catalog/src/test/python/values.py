"""Seeded values for any shape of a botocore model."""

import json
import string
from datetime import datetime, timedelta, timezone
from random import Random
from urllib.parse import quote

SCALARS = {"string", "character", "integer", "long", "float", "double", "boolean", "blob", "timestamp"}
PLAIN = string.ascii_letters + string.digits + "-_./:"
UNICODE = [
    "é", "ß", "Ж", "中文", "日本", "שלום", "مرحبا", "e\u0301", "😀", "👩\u200d🚀", "𝔘", "\u2028", "\u00a0", "ﬁ",
    "<", ">", "&", "&amp;", '"', "'", "]]>", "%41", "+", "\\", "\\u0041", "{}", "\t", "\n", " ", "  ", "\u007f", "\ufffd",
]  # fmt: skip
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class Text:
    """Makes strings: plain ones, or such that break careless code."""

    def __init__(self, random, unicode=False):
        self.random = random
        self.unicode = unicode

    def any(self, least=0):
        if self.unicode:
            return "".join(self.random.choices(UNICODE + list(PLAIN), k=max(least, self.random.randint(1, 12))))
        return self.plain(max(least, self.random.choice((0, 1, 7, 24))))

    def plain(self, length):
        return "".join(self.random.choices(PLAIN, k=length))

    def word(self, least=1):
        return "".join(
            self.random.choices(string.ascii_letters + string.digits, k=max(least, self.random.randint(3, 12)))
        )

    def document(self):
        """A JSON document, sometimes broken."""
        value = {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Note": self.any(), "Many": [1, 2.5, None, True]}],
        }
        return json.dumps(value) if self.random.random() < 0.85 else "{broken " + self.word()


def named_text(text, service, shape):
    """Strings whose form the pipeline minds; None for all others."""
    if service == "iam" and shape.name == "policyDocumentType":
        return quote(text.document())
    if service == "cloudformation" and shape.name == "TemplateBody":
        return text.document()
    if service == "s3" and shape.name == "BucketName":
        return text.word(3).lower()
    if service == "route53" and shape.name in ("ResourceId", "DelegationSetId", "ChangeId"):
        return text.random.choice(("", "/hostedzone/", "/change/")) + text.word()
    if shape.name == "AccountId" or shape.serialization.get("hostLabel"):
        return "".join(text.random.choices(string.digits, k=12))
    return None


class Values:
    """Values of a service's shapes. `fullness` is how likely an optional member is there."""

    def __init__(self, service, random, fullness=1.0, unicode=False):
        self.service = service
        self.random = random
        self.fullness = fullness
        self.text = Text(random, unicode)

    def of(self, shape, stack=()):
        if shape.type_name in SCALARS:
            return getattr(self, f"_{shape.type_name}")(shape)
        return getattr(self, f"_{shape.type_name}")(shape, (*stack, shape.name))

    def _recursive(self, shape, stack):
        inner = shape
        while inner.type_name in ("list", "map"):
            inner = inner.member if inner.type_name == "list" else inner.value
        return inner.name in stack or len(stack) > 9 and inner.type_name not in SCALARS

    def _structure(self, shape, stack):
        if shape.is_document_type:
            return {"any": [1, None, self.text.any(), {"deep": True}]}
        always = {*shape.required_members, self.fullness and shape.serialization.get("payload")}
        members = {
            name: member
            for name, member in shape.members.items()
            if name in always or self.random.random() < self.fullness and not self._recursive(member, stack)
        }
        if shape.is_tagged_union:
            members = dict([self.random.choice([*shape.members.items()])])
        return {name: self.of(member, stack) for name, member in members.items()}

    def _count(self, shape, stack):
        least = shape.metadata.get("min", 0)
        if self._recursive(shape, stack[:-1]):
            return least
        if self.fullness < 1:
            return max(least, self.random.choice((0, 1) if self.fullness < 0.5 else (0, 1, 1, 2)))
        return max(least, 2 if len(stack) < 5 else 1)

    def _list(self, shape, stack):
        return [self.of(shape.member, stack) for _ in range(self._count(shape, stack))]

    def _map(self, shape, stack):
        if shape.serialization.get("location") == "headers":
            return {self.text.word(): self.text.word() for _ in range(self._count(shape, stack))}
        keys = {
            self.text.any(1) if shape.key.type_name == "string" else self.of(shape.key)
            for _ in range(self._count(shape, stack))
        }
        return {key: self.of(shape.value, stack) for key in sorted(keys)}

    def _string(self, shape):
        named = named_text(self.text, self.service, shape)
        if named is not None:
            return named
        location = shape.serialization.get("location")
        least = shape.metadata.get("min", 0)
        if location in ("header", "headers"):
            return self.text.word(least)
        return self.text.any(max(least, 1 if location else 0))

    def _integer(self, shape):
        least = max(shape.metadata.get("min", -(2**31)), -(2**31))
        return self.random.choice((least, max(least, 0), max(least, self.random.randint(0, 2**31 - 1)), max(least, 7)))

    def _long(self, shape):
        least = shape.metadata.get("min", -(2**63))
        return self.random.choice((least, max(least, self.random.randint(0, 2**53)), max(least, 2**63 - 1)))

    def _double(self, shape):
        least = shape.metadata.get("min", -1e18)
        return max(least, self.random.choice((0.0, 1.5, -2.25, 1e-7, 123456789.125, 6.02e23, self.random.random())))

    def _boolean(self, shape):
        return self.random.random() < 0.5

    def _blob(self, shape):
        return self.random.randbytes(self.random.choice((0, 1, 2, 17)))

    def _timestamp(self, shape):
        moment = EPOCH + timedelta(
            seconds=self.random.choice((0, 1, 1718000000, 253402300799, self.random.randint(0, 2**32)))
        )
        return moment + timedelta(
            microseconds=self.random.choice((0, 0, 120000, 1, 999999)) if moment.year < 9999 else 0
        )

    _character = _string
    _float = _double


def minimal_input(service, operation):
    """What the operation cannot do without."""
    shape = operation.input_shape
    return Values(service, Random(operation.name), fullness=0.0).of(shape) if shape else {}
