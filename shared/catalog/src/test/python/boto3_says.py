"""What boto3 makes of requests and responses of every catalogued operation: the oracle of the wire client's tests.

    boto3_says.py responses MODELS SEEDS   cases: fabricated answers, and what boto3 parses from them
    boto3_says.py requests MODELS SEEDS    cases: inputs, and the requests that boto3 would send
    boto3_says.py endpoints MODELS WHOLE   where boto3 would send, and how it would sign: every service and variant
                                           (WHOLE 1: every region, a client for each; 0: some regions of each)
    boto3_says.py buckets MODELS           S3's addresses of buckets
    boto3_says.py paginators MODELS        botocore's own paginators of catalogued operations
    boto3_says.py handlers MODELS          botocore's built-in handlers that touch a catalogued operation

MODELS is the folder of extracts: what they hold is what is tested. Output is one JSON object a line. Nothing is
sent: botocore's before-send event takes a fabricated response and runs its whole pipeline over it.
"""

import base64
import json
import math
import sys
from datetime import datetime, timezone
from random import Random

from addresses import buckets, endpoints
from botocore.awsrequest import AWSResponse, HeadersDict
from botocore.exceptions import ClientError, UnknownServiceError
from botocore.loaders import Loader
from botocore.response import StreamingBody
from clients import Body, Boto3, captured
from errors import Refusal
from handlers import handlers
from responses import answer
from values import Values, minimal_input

# which checksum goes with a body is the client's choice; presigned copies from other regions are refused
OURS = ("ChecksumAlgorithm", "SourceRegion")
KINDS = {
    "maximal": {"fullness": 1.0},
    "minimal": {"fullness": 0.3},
    "empty": {"fullness": 0.0},
    "unicode": {"fullness": 0.9, "unicode": True},
    "strange": {"fullness": 0.9, "unicode": True},
}


def canonical(value):
    match value:
        case dict():
            return {key: canonical(item) for key, item in value.items() if key != "ResponseMetadata"}
        case list():
            return [canonical(item) for item in value]
        case datetime():
            utc = value.astimezone(timezone.utc) if value.tzinfo else value.replace(tzinfo=timezone.utc)
            return utc.isoformat()
        case bytes():
            return base64.b64encode(value).decode()
        case StreamingBody():
            return base64.b64encode(value.read()).decode()
        case float() if math.isnan(value) or math.isinf(value):
            return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def fabricated(client, operation, parameters, response):
    """What boto3 returns or raises for this response."""
    status, headers, body = response
    event = f"before-send.{client.meta.service_model.service_id.hyphenize()}.{operation.name}"
    handler = lambda request, **_: AWSResponse(request.url, status, HeadersDict(headers), Body(body))
    client.meta.events.register_first(event, handler)
    try:
        return {"expected": canonical(client._make_api_call(operation.name, parameters))}
    except ClientError as error:
        said = error.response.get("Error", {})
        return {"error": {"code": said.get("Code"), "message": said.get("Message") or ""}}
    finally:
        client.meta.events.unregister(event, handler)


def responses(boto3, seeds):
    for service, client, operation in boto3.operations(checksum_validation="when_required"):
        parameters = minimal_input(service, operation)
        for seed in range(seeds):
            for kind in (*KINDS, "error"):
                random = Random(f"{service}.{operation.name}.{kind}.{seed}")
                status, headers, body = response = made(service, operation, kind, random)
                yield {
                    "service": service,
                    "operation": operation.name,
                    "kind": kind,
                    "seed": seed,
                    "status": status,
                    "headers": headers,
                    "body": base64.b64encode(body).decode(),
                    **fabricated(client, operation, parameters, response),
                }


def made(service, operation, kind, random):
    if kind == "error":
        return Refusal(operation, random).answer()
    shape = operation.output_shape
    value = Values(service, random, **KINDS[kind]).of(shape) if shape else {}
    return answer(operation, value, random, strange=kind == "strange")


def requests(boto3, seeds):
    for service, client, operation in boto3.operations():
        for seed in range(seeds):
            for kind, how in KINDS.items():
                if kind == "strange":
                    continue
                random = Random(f"{service}.{operation.name}.{kind}.{seed}")
                shape = operation.input_shape
                parameters = Values(service, random, **how).of(shape) if shape else {}
                for name in OURS:
                    parameters.pop(name, None)
                yield {
                    "service": service,
                    "operation": operation.name,
                    "kind": kind,
                    "seed": seed,
                    "input": tagged(parameters),
                    **request_of(captured(client, operation.name, parameters)),
                }


def request_of(request):
    body = request.body or b""
    body = body.read() if hasattr(body, "read") else body.encode() if isinstance(body, str) else body
    return {
        "method": request.method,
        "url": request.url,
        "headers": {key: value if isinstance(value, str) else value.decode() for key, value in request.headers.items()},
        "body": base64.b64encode(body).decode(),
    }


def tagged(value):
    """An input as JSON: what JSON cannot hold is an object of one member, $bytes or $time."""
    match value:
        case dict():
            return {key: tagged(item) for key, item in value.items()}
        case list():
            return [tagged(item) for item in value]
        case bytes():
            return {"$bytes": base64.b64encode(value).decode()}
        case datetime():
            return {"$time": value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")}
    return value


def paginators(boto3):
    for service, extract in boto3.loader.extracts.items():
        try:
            own = Loader().load_service_model(service, "paginators-1")["pagination"]
        except UnknownServiceError:
            own = {}
        for name in extract["operations"]:
            yield {"service": service, "operation": name, "paginator": own.get(name)}


COMMANDS = {
    "paginators": paginators,
    "responses": responses,
    "requests": requests,
    "endpoints": endpoints,
    "buckets": buckets,
    "handlers": handlers,
}


def main(command, folder, *seeds):
    for line in COMMANDS[command](Boto3(folder), *map(int, seeds)):
        print(json.dumps(line, ensure_ascii=True, separators=(",", ":")))


if __name__ == "__main__":
    main(*sys.argv[1:])
