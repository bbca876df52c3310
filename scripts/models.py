"""Extracts from the pinned botocore what the catalog needs, as data: one JSON file a service.

    scripts/models                 write shared/catalog/models/<service>.json for every service, and endpoints.json
    scripts/models SERVICE...      only these models
    scripts/models --check         write nothing; name what is stale and fail

endpoints.json is described in endpoints.py.

Which operations: every `call:` in shared/catalog/resources/*.yaml (of the entry's own `service:`, else
of the file's) and all of shared/catalog/operations.yaml.

The format is botocore's service-2.json without what nobody reads at run time (documentation, enum
values, patterns, deprecation notes, endpoint rules), so botocore's own description of it holds:

    botocore    version of botocore it was read from
    service     botocore's name of the service
    metadata    apiVersion, endpointPrefix, protocol, jsonVersion, targetPrefix, serviceId, signingName,
                signatureVersion, globalEndpoint, xmlNamespace, awsQueryCompatible, ...
                protocol is the first of json, rest-json, query, rest-xml, ec2 that the service lists
    operations  name -> name, http {method, requestUri, responseCode}, input {shape}, output {shape,
                resultWrapper}, errors [{shape}], endpoint {hostPrefix}, staticContextParams, authtype,
                auth, httpChecksum, httpChecksumRequired, unsignedPayload, ...
    shapes      name -> type, members, required, member, key, value, min, max, location, locationName,
                queryName, flattened, xmlNamespace, xmlAttribute, streaming, payload, timestampFormat,
                jsonvalue, idempotencyToken, hostLabel, contextParam, box, error, exception, sensitive,
                eventstream, ...  Only those reachable from an operation's input, output or errors.
    pagination  operation -> input_token, output_token, limit_key, more_results, result_key,
                non_aggregate_keys; from paginators-1.json, only for the operations above

Members keep the model's order, for serialised bodies follow it; everything else is sorted. One
operation or shape a line, so that a diff shows what AWS changed.
"""

import argparse
import json
import sys
from collections import OrderedDict
from pathlib import Path

import botocore
import endpoints
import yaml
from botocore.exceptions import UnknownServiceError
from botocore.loaders import Loader

ROOT = Path(__file__).resolve().parent.parent
CATALOG = ROOT / "shared" / "catalog"
PROTOCOLS = ("json", "rest-json", "query", "rest-xml", "ec2")
UNREAD_METADATA = {"serviceFullName", "uid", "serviceAbbreviation", "docs", "protocols"}
UNREAD_OPERATION = {"documentation", "documentationUrl", "deprecated", "deprecatedMessage", "deprecatedSince", "alias"}
UNREAD_SHAPE = {"documentation", "enum", "pattern", "deprecated", "deprecatedMessage", "deprecatedSince", "synthetic"}


class Refused(Exception):
    """The catalog asks for something that cannot be extracted."""


def calls(node, service):
    """Yields (service, operation) for every `call:` below node."""
    if isinstance(node, dict):
        service = node.get("service", service)
        if "call" in node:
            yield service, node["call"]
        for child in node.values():
            yield from calls(child, service)
    elif isinstance(node, list):
        for child in node:
            yield from calls(child, service)


def wanted():
    """service -> sorted operation names that the catalog uses."""
    operations = {}
    for path in sorted((CATALOG / "resources").glob("*.yaml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for service, operation in calls(document, document.get("service")):
            operations.setdefault(service, set()).add(operation)
    extra = yaml.safe_load((CATALOG / "operations.yaml").read_text(encoding="utf-8"))
    for service, names in extra.items():
        operations.setdefault(service, set()).update(names)
    return {service: sorted(operations[service]) for service in sorted(operations)}


def protocol(service, metadata):
    listed = metadata.get("protocols") or [metadata["protocol"]]
    for candidate in PROTOCOLS:
        if candidate in listed:
            return candidate
    raise Refused(f"{service} speaks only {', '.join(listed)}: refused")


def without(mapping, names):
    return {key: value for key, value in mapping.items() if key not in names}


def lean_member(member):
    return without(member, UNREAD_SHAPE)


def lean_shape(shape):
    lean = without(shape, UNREAD_SHAPE)
    if "members" in lean:
        lean["members"] = OrderedDict((name, lean_member(member)) for name, member in shape["members"].items())
    for part in ("member", "key", "value"):
        if part in lean:
            lean[part] = lean_member(lean[part])
    return lean


def lean_operation(operation):
    lean = without(operation, UNREAD_OPERATION)
    for part in ("input", "output"):
        if part in lean:
            lean[part] = lean_member(lean[part])
    if "errors" in lean:
        lean["errors"] = [{"shape": error["shape"]} for error in operation["errors"]]
    return lean


def neighbours(shape):
    for member in shape.get("members", {}).values():
        yield member["shape"]
    for part in ("member", "key", "value"):
        if part in shape:
            yield shape[part]["shape"]


def reachable(model, operations):
    """Names of all shapes that these operations can send, receive or fail with."""
    todo = []
    for operation in operations.values():
        todo += [operation[part]["shape"] for part in ("input", "output") if part in operation]
        todo += [error["shape"] for error in operation.get("errors", [])]
    seen = set()
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += neighbours(model["shapes"][name])
    return sorted(seen)


def streams(model, operation):
    """Whether an operation takes or gives an event stream."""
    parts = (model["operations"][operation].get(part) for part in ("input", "output"))
    members = [member for part in parts if part for member in model["shapes"][part["shape"]].get("members", {}).values()]
    return any(model["shapes"][member["shape"]].get("eventstream") for member in members)


def paginators(loader, service):
    try:
        return loader.load_service_model(service, "paginators-1")["pagination"]
    except UnknownServiceError:
        return {}


def extract(loader, service, names):
    model = loader.load_service_model(service, "service-2")
    unknown = [name for name in names if name not in model["operations"]]
    if unknown:
        raise Refused(f"{service} has no operation {', '.join(unknown)} in botocore {botocore.__version__}")
    streaming = [name for name in names if streams(model, name)]
    if streaming:
        raise Refused(f"{service} {', '.join(streaming)} speaks in event streams: refused")
    metadata = without(model["metadata"], UNREAD_METADATA)
    metadata["protocol"] = protocol(service, model["metadata"])
    operations = {name: lean_operation(model["operations"][name]) for name in names}
    pages = paginators(loader, service)
    return {
        "botocore": botocore.__version__,
        "service": service,
        "metadata": metadata,
        "operations": operations,
        "shapes": {name: lean_shape(model["shapes"][name]) for name in reachable(model, operations)},
        "pagination": {name: pages[name] for name in names if name in pages},
    }


def compact(value):
    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":"))


def ordered(value, keep=False):
    """Sorts keys, but leaves a shape's members in the model's order."""
    if isinstance(value, dict):
        keys = value if keep else sorted(value)
        return {key: ordered(value[key], keep=key == "members") for key in keys}
    if isinstance(value, list):
        return [ordered(item) for item in value]
    return value


def text(extracted):
    """The file's text: one line an operation, shape or paginator."""
    parts = []
    for key, value in extracted.items():
        if key in ("operations", "shapes", "pagination"):
            lines = ",\n".join(f"{json.dumps(name)}:{compact(item)}" for name, item in sorted(value.items()))
            parts.append(f'"{key}":{{\n{lines}\n}}' if lines else f'"{key}":{{}}')
        else:
            parts.append(f'"{key}":{compact(value)}')
    return "{" + ",\n".join(parts) + "}\n"


def files(services):
    """path -> text of every generated file."""
    loader = Loader()
    operations = wanted()
    missing = [service for service in services if service not in operations]
    if missing:
        raise Refused(f"no operation of {', '.join(missing)} is in the catalog")
    generated = {
        CATALOG / "models" / f"{service}.json": text(extract(loader, service, operations[service]))
        for service in services or operations
    }
    if not services:
        generated[CATALOG / "endpoints.json"] = endpoints.text(endpoints.table(loader, operations))
    return generated


def stale(generated, every):
    """Names of generated files that differ from what is on disk, or should not be there."""
    current = {path: path.read_text(encoding="utf-8") for path in generated if path.is_file()}
    names = [path.name for path, content in generated.items() if current.get(path) != content]
    if every:
        names += [path.name for path in (CATALOG / "models").glob("*.json") if path not in generated]
    return sorted(names)


def main():
    parser = argparse.ArgumentParser(description="AWS service models as data, from the pinned botocore.")
    parser.add_argument("services", nargs="*", metavar="SERVICE", help="botocore's name; default: all of the catalog")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when an extract is stale")
    arguments = parser.parse_args()
    generated = files(arguments.services)
    old = stale(generated, not arguments.services)
    if arguments.check:
        if old:
            sys.exit(f"stale, run scripts/models: {', '.join(old)}")
        print(f"{len(generated)} files are those of botocore {botocore.__version__}")
        return
    (CATALOG / "models").mkdir(exist_ok=True)
    for path, content in generated.items():
        path.write_text(content, encoding="utf-8")
    if not arguments.services:
        for path in (CATALOG / "models").glob("*.json"):
            if path not in generated:
                path.unlink()
    print(f"{len(generated)} files from botocore {botocore.__version__}: {len(old)} changed")


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        sys.exit(f"scripts/models: {refused}")
