"""An AWS that answers every catalogued operation with one full page, made from botocore's models, and plants secrets in it.

    canned_aws.py MODELS PLANTS whole|broken

PLANTS is JSON: [{"service", "operation", "path": the last names of the member's path, "secret"}]. What is below that path
holds the secret; what botocore marks as sensitive and PLANTS does not name says where it stands. `broken` spoils each
answer right where a secret is. Prints `listening PORT`, and ends when its input does.
"""

import base64
import json
import re
import sys
import threading
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, parse_qsl, urlsplit
from xml.sax.saxutils import escape

from botocore.model import ServiceModel
from clients import Extracts
from responses import answer

ACCOUNT = "123456789012"
THEN = datetime(2024, 1, 2, tzinfo=timezone.utc)
SCOPE = re.compile(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/aws4_request")
TOKEN = re.compile(r"(token|marker|nextrecord\w+|lastevaluated\w+)$", re.IGNORECASE)
UNFINISHED = re.compile(r"IsTruncated|HasMore\w*", re.IGNORECASE)
DOCUMENT = '{"Version":"2012-10-17","Statement":[]}'
PLACEHOLDER = re.compile(r"\\{[^}]+?(\\\+)?\\}")


class Page:
    """One answer of an operation: everything that can be there is there, once."""

    def __init__(self, operation, plants):
        self.operation = operation
        self.plants = plants

    def value(self):
        shape = self.operation.output_shape
        return self.of(shape, (), ()) if shape else {}

    def of(self, shape, path, stack, marked=False):
        marked = marked or shape.metadata.get("sensitive", False)
        match shape.type_name:
            case "structure":
                return self.structure(shape, path, stack, marked)
            case "list":
                least = shape.metadata.get("min", 1) or 1
                return [self.of(shape.member, path, stack, marked)] * least
            case "map":
                return {self.text(shape.key, (*path, "key"), False): self.of(shape.value, (*path, "*"), stack, marked)}
            case "string" | "character":
                return self.text(shape, path, marked)
            case "blob":
                return self.text(shape, path, marked).encode()
            case "timestamp":
                return THEN
            case "boolean":
                return not UNFINISHED.fullmatch(path[-1])
        return max(1, shape.metadata.get("min", 1))

    def structure(self, shape, path, stack, marked):
        if shape.is_document_type:
            return {}
        members = {
            name: self.of(member, (*path, name), (*stack, shape.name), marked)
            for name, member in shape.members.items()
            if not TOKEN.search(name) and not self.recursive(member, (*stack, shape.name))
        }
        return dict(list(members.items())[:1]) if shape.is_tagged_union else members

    def recursive(self, shape, stack):
        while shape.type_name in ("list", "map"):
            shape = shape.member if shape.type_name == "list" else shape.value
        return shape.name in stack

    def text(self, shape, path, marked):
        planted = self.planted(path)
        if planted:
            return planted
        if marked:
            return f"byModel:{self.operation.service_model.service_name}.{self.operation.name}:{'.'.join(path)};"
        name = re.sub(r"(arn|id|name|url)s$", r"\1", path[-1], flags=re.IGNORECASE)
        if re.search(r"(account(id)?|ownerid|registryid)$", name, re.IGNORECASE):
            return ACCOUNT
        if re.search(r"arns?$", name, re.IGNORECASE):
            return f"arn:aws:{self.operation.service_model.signing_name}:eu-west-1:{ACCOUNT}:thing/{name}"
        if re.search(r"policy(document)?$", shape.name, re.IGNORECASE):
            return DOCUMENT
        return shape.enum[0] if shape.enum else name

    def planted(self, path):
        for plant in self.plants:
            last = tuple(plant["path"])
            if any(path[: end + 1][-len(last) :] == last for end in range(len(path))):
                return plant["secret"]
        return None


class Route:
    """How requests for an operation are told from others of its service."""

    def __init__(self, operation):
        self.operation = operation
        self.method = operation.http.get("method", "POST")
        path, _, query = operation.http.get("requestUri", "/").partition("?")
        pattern = PLACEHOLDER.sub(lambda hole: ".+" if hole[1] else "[^/]+", re.escape(path))
        self.path = re.compile(pattern + "/?")
        self.query = parse_qsl(query, keep_blank_values=True)
        self.weight = (len(self.query), len(PLACEHOLDER.sub("", re.escape(path))))

    def fits(self, method, path, query):
        return (
            method == self.method
            and self.path.fullmatch(path)
            and all(name in query and value in ("", query[name][0]) for name, value in self.query)
        )


class CannedAws:
    def __init__(self, folder, plants, broken):
        loader = Extracts(folder)
        self.plants = plants
        self.broken = broken
        self.routes = {}
        for service, extract in loader.extracts.items():
            model = ServiceModel(loader.load_service_model(service, "service-2"), service)
            routes = self.routes.setdefault(model.signing_name, [])
            routes += [Route(model.operation_model(name)) for name in extract["operations"]]

    def asked(self, request, body):
        """The operation that is asked for."""
        scope = SCOPE.search(request.headers.get("Authorization", ""))
        routes = self.routes[scope[2]]
        named = request.headers.get("X-Amz-Target", "").rpartition(".")[2] or parse_qs(body.decode()).get("Action", [""])[0]
        if named:
            return next(route.operation for route in routes if route.operation.name == named)
        url = urlsplit(request.path)
        query = parse_qs(url.query, keep_blank_values=True)
        fitting = [route for route in routes if route.fits(request.command, url.path, query)]
        return max(fitting, key=lambda route: route.weight).operation

    def answer(self, operation):
        service = operation.service_model.service_name
        plants = [plant for plant in self.plants if (plant["service"], plant["operation"]) == (service, operation.name)]
        status, headers, body = answer(operation, Page(operation, plants).value(), Random(0))
        return status, headers, self.spoilt(body, plants) if self.broken else body

    @staticmethod
    def spoilt(body, plants):
        """What was a text becomes a word that no parser knows, or the end of an element that never began."""
        for plant in plants:
            secret = plant["secret"]
            for quoted in {json.dumps(secret), json.dumps(secret, ensure_ascii=False), f'"{encoded(secret)}"'}:
                body = body.replace(quoted.encode(), quoted[1:].encode())
            for text in (escape(secret), encoded(secret)):
                body = body.replace(f">{text}<".encode(), f"></{text}><".encode())
        return body


def encoded(secret):
    return base64.b64encode(secret.encode()).decode()


def handler(aws):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, content = aws.answer(aws.asked(self, body))
            self.send_response(status)
            for name, value in headers.items():
                if name.lower() != "content-length":
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content if self.command != "HEAD" else b"")

        do_POST = do_PUT = do_HEAD = do_GET

        def log_message(self, *_):
            pass

    return Handler


def main(folder, plants, how):
    aws = CannedAws(folder, json.loads(Path(plants).read_text("utf-8")), how == "broken")
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(aws))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"listening {server.server_address[1]}", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
