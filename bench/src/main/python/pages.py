"""Writes pages of AWS's answers as files: rows of believable size, made from the service models, always the same.

    pages.py decode FOLDER          writes FOLDER/pages.json and one file a page
    pages.py estate FOLDER ROWS     writes FOLDER/estate.ndjson: for each call that the catalog's types make, an answer
                                    without rows, one with ROWS of them and one of which one in a hundred is another,
                                    and how to tell the call by its request

Rows take what AWS usually fills in: every member near the top, fewer the deeper; ids, ARNs, names and times that look
like AWS's; IAM's policies percent-encoded, JSON without spaces. The bytes come from the same writers that hold our
decoders to boto3's.
"""

import copy
import itertools
import json
import random
import re
import sys
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import quote

import botocore.session
import yaml
from botocore import xform_name

ROOT = Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "shared" / "catalog" / "src" / "test" / "python"))
from responses import answer  # noqa: E402

# service, operation, path to its rows, rows, arguments that boto3 wants
PAGES = [
    ("ec2", "DescribeInstances", "Reservations[].Instances[]", 200, {}),
    ("ec2", "DescribeSecurityGroups", "SecurityGroups[]", 400, {}),
    ("ec2", "DescribeNetworkInterfaces", "NetworkInterfaces[]", 300, {}),
    ("iam", "GetAccountAuthorizationDetails", "RoleDetailList[]", 300, {}),
    ("rds", "DescribeDBInstances", "DBInstances[]", 100, {}),
    ("s3", "ListBuckets", "Buckets[]", 1000, {}),
    ("route53", "ListResourceRecordSets", "ResourceRecordSets[]", 300, {"HostedZoneId": "Z0123456789ABC"}),
    ("lambda", "ListFunctions", "Functions[]", 50, {}),
    ("ecs", "DescribeServices", "services[]", 100, {"services": ["web"]}),
    ("logs", "DescribeLogGroups", "logGroups[]", 500, {}),
    ("ssm", "DescribeParameters", "Parameters[]", 500, {}),
]
NOT_FILLED = re.compile("next.?token|marker$|istruncated|failures|maxitems", re.IGNORECASE)
SCALARS = {"string", "character", "integer", "long", "float", "double", "boolean", "blob", "timestamp"}


class Rows:
    """Values of shapes as AWS fills them."""

    def __init__(self, service, seed):
        self.service = service
        self.random = random.Random(seed)
        self.numbers = itertools.count(1)
        self.usual = {}

    def output(self, operation, path, count):
        names = re.sub(r"\[\]", "", path).split(".")
        value = {}
        self._place(operation.output_shape, names, count, value)
        return value

    def one(self, operation):
        shape = operation.output_shape
        return self._structure(shape, 1, (shape.name,)) if shape is not None else {}

    def _place(self, shape, names, count, value):
        """One row in each parent along the path, so that nesting costs what it costs at AWS."""
        for required in shape.required_members:
            if required != names[0]:
                value[required] = self.of(shape.members[required], required, 1, ())
        element = shape.members[names[0]].member
        if len(names) == 1:
            value[names[0]] = [self.of(element, names[0], 0, ()) for _ in range(count)]
            return
        value[names[0]] = []
        for _ in range(count):
            parent = self.of(element, names[0], 1, ())
            self._place(element, names[1:], 1, parent)
            value[names[0]].append(parent)

    def of(self, shape, name, depth, stack):
        match shape.type_name:
            case "structure":
                return self._structure(shape, depth, (*stack, shape.name))
            case "list":
                return [self.of(shape.member, name, depth + 1, stack)]
            case "map":
                return {
                    f"{self._word()}{i}": self.of(shape.value, name, depth + 1, stack) for i in range(2)
                } if shape.key.type_name == "string" else {}
            case "string" | "character":
                return self._string(shape, name)
            case "integer" | "long":
                return max(shape.metadata.get("min", 0), self.random.randint(1, 9000))
            case "float" | "double":
                return self.random.randint(1, 99) / 4
            case "boolean":
                return self.random.random() < 0.5
            case "blob":
                return self.random.randbytes(24)
        return datetime(2025, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=self.random.randint(0, 30_000_000))

    def _structure(self, shape, depth, stack):
        likely = (1.0, 0.6, 0.5, 0.4, 0.3, 0.2)[min(depth, 5)]
        chosen = {
            name: member
            for name, member in shape.members.items()
            if not NOT_FILLED.search(name)
            and self._inner(member) not in stack
            and (name in shape.required_members or self._filled(stack, name, likely))
        }
        if shape.is_tagged_union:
            chosen = dict(list(shape.members.items())[:1])
        return {name: self.of(member, name, depth + 1, stack) for name, member in chosen.items()}

    def _filled(self, stack, name, likely):
        """Rows of one list look alike: nine times in ten a member is there as it is in the others."""
        if self.random.random() < 0.1:
            return self.random.random() < likely
        return self.usual.setdefault((stack, name), self.random.random() < likely)

    @staticmethod
    def _inner(shape):
        while shape.type_name in ("list", "map"):
            shape = shape.member if shape.type_name == "list" else shape.value
        return shape.name if shape.type_name not in SCALARS else None

    def _string(self, shape, name):
        if shape.enum:
            return self.random.choice(shape.enum)
        low = name.lower()
        if low.endswith("arn") or low.endswith("arns"):
            return f"arn:aws:{self.service}:us-east-1:111122223333:{self._word()}/{self._hex(17)}"
        if low.endswith("document"):
            policy = {"Effect": "Allow", "Principal": {"Service": f"{self._word()}.amazonaws.com"}, "Action": "sts:AssumeRole"}
            text = compact({"Version": "2012-10-17", "Statement": [policy]})
            return quote(text, safe="") if self.service == "iam" else text
        if low.endswith("id") or low.endswith("ids"):
            return f"{self._word()[:4]}-{self._hex(17)}"
        if "ipaddress" in low or low.endswith("ip"):
            return f"10.{self.random.randint(0, 255)}.{self.random.randint(0, 255)}.{self.random.randint(1, 254)}"
        return f"{self._word()}-{self._word()}-{next(self.numbers)}"

    def _word(self):
        return self.random.choice(("orders", "billing", "search", "ledger", "frontend", "batch", "archive", "gateway"))

    def _hex(self, length):
        return "".join(self.random.choice("0123456789abcdef") for _ in range(length))


def compact(value):
    """JSON as AWS writes it: without spaces."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def pages(session):
    for service, name, path, count, arguments in PAGES:
        operation = session.get_service_model(service).operation_model(name)
        rows = Rows(service, zlib.crc32(f"{service}.{name}".encode()))
        _, headers, body = answer(operation, rows.output(operation, path, count), rows.random)
        if operation.service_model.resolved_protocol.endswith("json"):
            body = compact(json.loads(body))
        yield {
            "service": service,
            "operation": name,
            "method": xform_name(name),
            "items": path,
            "rows": count,
            "arguments": arguments,
            "content_type": headers.get("Content-Type", "text/xml"),
            "file": f"{service}-{name}.page",
        }, body if isinstance(body, bytes) else body.encode()


def calls():
    """(service, operation) -> path to the rows, or None where the call is asked about one resource."""
    found = {("sts", "GetCallerIdentity"): None, ("ec2", "DescribeRegions"): "Regions[]"}
    for path in sorted((ROOT / "shared" / "catalog" / "resources").glob("*.yaml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in document["types"]:
            found[document["service"], entry["list"]["call"]] = entry["list"]["items"]
            for enrich in entry.get("enrich", ()):
                found.setdefault((enrich.get("service", document["service"]), enrich["call"]), enrich.get("items"))
    return found


def alter(row):
    """Changes what AWS does not change by itself and what names nothing; False where there is no such thing."""
    for key, value in row.items():
        if isinstance(value, bool):
            row[key] = not value
            return True
        if isinstance(value, dict) and alter(value):
            return True
    for key, value in row.items():
        if isinstance(value, str) and re.search("description|comment|state|status|type|version", key, re.IGNORECASE):
            row[key] = value + "x"
            return True
    return False


def rows_of(value, path):
    """The rows at the end of a path such as Reservations[].Instances[]."""
    rows = [value]
    for name in path.replace("[]", "").split("."):
        rows = [item for row in rows for item in row.get(name, ())]
    return rows


def changed(value, path):
    """The same with one row in a hundred, and one at least, that is another one."""
    other = copy.deepcopy(value)
    rows = rows_of(other, path)
    for row in rows[: max(1, len(rows) // 100)]:
        isinstance(row, dict) and alter(row)
    return other


def words_of(entry):
    """What a type is named by: what one resource's answer must not say of another."""
    return set(re.findall(r"\w+", " ".join(str(entry.get(name, "")) for name in ("id", "arn", "incarnation"))))


def nameless():
    """(service, call) -> members that an answer about one resource does not repeat, for it is the answer about each."""
    found = {}
    for path in sorted((ROOT / "shared" / "catalog" / "resources").glob("*.yaml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in document["types"]:
            for enrich in entry.get("enrich", ()):
                if enrich.get("into") == "@":
                    found[enrich.get("service", document["service"]), enrich["call"]] = words_of(entry)
    return found


def without(value, names):
    """The answer without these members, and without them one level below, where most answers about one thing lie."""
    return {
        key: without(item, names) if isinstance(item, dict) else item for key, item in value.items() if key not in names
    }


def text(body):
    return body.decode() if isinstance(body, bytes) else body


def estate(session, rows):
    unnamed = nameless()
    for (service, name), path in calls().items():
        model = session.get_service_model(service)
        operation = model.operation_model(name)
        made = Rows(service, zlib.crc32(f"{service}.{name}".encode()))
        listed = path not in (None, "@") and operation.output_shape is not None
        full = made.output(operation, path, rows) if listed else made.one(operation)
        full = full if listed else without(full, unnamed.get((service, name), ()))
        status, headers, body = answer(operation, full, made.random)
        _, _, empty = answer(operation, made.output(operation, path, 0), made.random) if listed else (0, 0, body)
        _, _, later = answer(operation, changed(full, path), made.random) if listed else (0, 0, body)
        yield {
            "service": service,
            "signing_name": model.signing_name,
            "operation": name,
            "method": operation.http["method"],
            "uri": operation.http["requestUri"],
            "status": status,
            "content_type": headers.get("Content-Type", "text/xml"),
            "headers": headers,
            "rows": rows if listed else 0,
            "empty": text(empty),
            "full": text(body),
            "changed": text(later),
        }


def main(what, folder, rows="20"):
    session = botocore.session.get_session()
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if what == "estate":
        with (folder / "estate.ndjson").open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(call) + "\n" for call in estate(session, int(rows)))
        return
    index = []
    for entry, body in pages(session):
        (folder / entry["file"]).write_bytes(body)
        index.append(entry | {"bytes": len(body)})
    (folder / "pages.json").write_text(json.dumps(index, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
