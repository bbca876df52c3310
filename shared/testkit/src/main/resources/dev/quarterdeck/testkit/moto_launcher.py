"""Runs moto's server with the trust check that AWS makes and moto 5.2.5 leaves out.

moto looks a role up in the caller's own account only, so every sts:AssumeRole into another account
succeeds. Here the role is looked up in the account of its ARN and its whole trust policy is judged.
What this judge does not understand it refuses: a test must never pass because a condition was skipped.

Two lists answer as AWS documents them: ListBuckets tells each bucket's region, DescribeSnapshots heeds RestorableByUserIds.

With --clock, POST /moto-api/clock?at=SECONDS sets the time that moto stamps on things; it stands still until it is set again.

Prints "listening PORT" when it takes requests. Ends when its standard input ends, unless --detached.
"""

from __future__ import annotations

import argparse
import datetime
import json
import logging
import os
import re
import signal
import sys
import threading
import time
from urllib.parse import parse_qs

SETTINGS = {
    "MOTO_EC2_LOAD_DEFAULT_AMIS": "false",  # else 1,178 foreign snapshots answer to owner "self"
    "MOTO_DISABLE_GLOBAL_CORS": "true",
}
CONDITION_KEYS = {
    "sts:externalid": "ExternalId",
    "sts:rolesessionname": "RoleSessionName",
    "sts:sourceidentity": "SourceIdentity",
}


class NotUnderstood(Exception):
    """The trust policy says something that is not judged here."""


def listed(value):
    return value if isinstance(value, list) else [value]


def like(pattern: str, value: str) -> bool:
    expression = "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in pattern)
    return re.fullmatch(expression, value, re.DOTALL) is not None


class Caller:
    """Who asks, in every form in which a trust policy may name it, and what it says about itself."""

    def __init__(self, access_key, data, organization_of):
        self.session_arn = access_key.arn
        self.partition, self.account = access_key.partition, access_key.account_id
        root = f"arn:{self.partition}:iam::{self.account}:root"
        self.names = {self.session_arn, root, self.account}
        role_arn = role_behind(access_key)
        if role_arn:
            self.names.add(role_arn)
        self.data = data
        self.organization_of = organization_of

    def value(self, key: str) -> str | None:
        if key == "aws:principalorgid":
            return self.organization_of(self.account, self.partition)
        if key not in CONDITION_KEYS:
            raise NotUnderstood(f"condition key {key}")
        return next(iter(self.data.get(CONDITION_KEYS[key], [])), None)

    def actions(self) -> list[str]:
        asked = ["sts:AssumeRole"]
        if self.data.get("SourceIdentity"):
            asked.append("sts:SetSourceIdentity")
        if any(key.startswith("Tags.") for key in self.data):
            asked.append("sts:TagSession")
        return asked


def role_behind(access_key) -> str | None:
    from moto.sts.models import sts_backends

    sessions = sts_backends[access_key.account_id][access_key.partition].assumed_roles
    key_id = access_key._access_key_id
    return next((s.role_arn for s in sessions if s.access_key_id == key_id), None)


def organization_of(account: str, partition: str) -> str | None:
    from moto.organizations.models import organizations_backends

    master, _ = organizations_backends.master_accounts.get(account, (account, partition))
    organization = organizations_backends[master][partition].org
    return organization.id if organization else None


def condition_holds(condition: dict, caller: Caller) -> bool:
    for operator, tests in condition.items():
        if operator not in ("StringEquals", "StringLike"):
            raise NotUnderstood(f"condition operator {operator}")
        for key, expected in tests.items():
            actual = caller.value(key.lower())
            same = like if operator == "StringLike" else str.__eq__
            if actual is None or not any(same(str(one), actual) for one in listed(expected)):
                return False
    return True


def principal_holds(statement: dict, caller: Caller) -> bool:
    if "NotPrincipal" in statement or "Principal" not in statement:
        raise NotUnderstood("a trust policy without Principal")
    principal = statement["Principal"]
    if isinstance(principal, str):
        return principal == "*"
    named = listed(principal.get("AWS", []))
    return "*" in named or any(name in caller.names for name in named)


def concerns(statement: dict, action: str) -> bool:
    if "Action" not in statement:
        raise NotUnderstood("a trust policy without Action")
    return any(like(one.lower(), action.lower()) for one in listed(statement["Action"]))


def trusts(document: dict, caller: Caller) -> bool:
    """Whether the trust policy lets the caller do all it asks for: each action allowed, none denied."""
    for action in caller.actions():
        effects = {
            statement["Effect"]
            for statement in listed(document["Statement"])
            if concerns(statement, action)
            and principal_holds(statement, caller)
            and condition_holds(statement.get("Condition", {}), caller)
        }
        if effects != {"Allow"}:
            return False
    return True


def is_assuming_role(request, resource: str) -> bool:
    return request._action == "sts:AssumeRole"


def trust_holds(request, role_arn: str) -> bool:
    from moto.iam.exceptions import NotFoundException
    from moto.iam.models import iam_backends

    try:
        partition, account = re.match(r"arn:([^:]+):iam::(\d{12}):role/", role_arn).groups()
        role = iam_backends[account][partition].get_role_by_arn(role_arn)
        document = json.loads(role.assume_role_policy_document)
        return trusts(document, Caller(request._access_key, request._data, organization_of))
    except (NotFoundException, AttributeError):
        return False
    except NotUnderstood as reason:
        print(f"trust of {role_arn} refused: {reason}", file=sys.stderr, flush=True)
        return False


def keep_signed_body(iam_request) -> None:
    """moto takes a request's headers for its form when there is neither form nor body, and then finds the signature wrong."""
    original = iam_request._create_aws_request

    def create(request):
        if "x-www-form-urlencoded" not in request._headers.get("Content-Type", ""):
            request._data = b""
        return original(request)

    iam_request._create_aws_request = create


def tell_bucket_regions(s3_response) -> None:
    """AWS does to whoever asks with a page size; moto never does, and readers would ask for each bucket's location."""
    original = s3_response.serialized

    def serialized(self, result):
        if self.data.get("Action") == "ListBuckets" and self._get_param("max-buckets"):
            for bucket in result.result["Buckets"]:
                bucket["BucketRegion"] = self.backend.get_bucket(bucket["Name"]).region_name
        return original(self, result)

    s3_response.serialized = serialized


def heed_who_may_restore(snapshots) -> None:
    """moto gives every snapshot, whoever may restore it."""
    original = snapshots.describe_snapshots

    def describe(self):
        found, restorers = original(self), set(self._get_param("RestorableByUserIds", []))
        if restorers:
            found.result["Snapshots"] = [it for it in found.result["Snapshots"] if restorers & restorers_of(it)]
        return found

    snapshots.describe_snapshots = describe


def restorers_of(snapshot) -> set[str]:
    return snapshot.create_volume_permission_groups | snapshot.create_volume_permission_userids | {"self"}


class StandingClock:
    """Stands for Python's own clock in whatever is imported after it."""

    PATH = "/moto-api/clock"

    def __init__(self):
        self.at = time.time()
        clock, real = self, datetime.datetime

        class Kind(type):
            def __instancecheck__(cls, it):
                return isinstance(it, real)

        class Standing(real, metaclass=Kind):
            @classmethod
            def now(cls, tz=None):
                return real.fromtimestamp(clock.at, tz)

            @classmethod
            def utcnow(cls):
                return real.fromtimestamp(clock.at, datetime.timezone.utc).replace(tzinfo=None)

        datetime.datetime = Standing
        time.time = lambda: clock.at

    def over(self, app):
        def serve(environ, start_response):
            if environ["PATH_INFO"] != self.PATH:
                return app(environ, start_response)
            self.at = float(parse_qs(environ["QUERY_STRING"])["at"][0])
            start_response("200 OK", [("Content-Length", "0")])
            return [b""]

        return serve


def serve(host: str, port: int, detached: bool, settable: bool) -> None:
    os.environ.update(SETTINGS)
    clock = StandingClock() if settable else None  # before moto takes hold of the time
    from moto.ec2.responses.elastic_block_store import ElasticBlockStore
    from moto.iam.access_control import IAMRequestBase
    from moto.moto_server.werkzeug_app import (
        DomainDispatcherApplication,
        MotoRequestHandler,
        create_backend_app,
    )
    from moto.s3.responses import S3Response
    from werkzeug.serving import make_server

    IAMRequestBase._is_assuming_role_operation = is_assuming_role
    IAMRequestBase._check_role_trust_relationship = trust_holds
    keep_signed_body(IAMRequestBase)
    tell_bucket_regions(S3Response)
    heed_who_may_restore(ElasticBlockStore)
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)  # a call that moto lacks is no news
    app = DomainDispatcherApplication(create_backend_app)
    server = make_server(
        host,
        port,
        clock.over(app) if clock else app,
        threaded=True,
        request_handler=MotoRequestHandler,
    )
    os.environ["MOTO_PORT"] = str(server.port)  # moto calls itself for some cross-service effects
    if not detached:
        threading.Thread(target=end_with_input, daemon=True).start()
    print(f"listening {server.port}", flush=True)
    server.serve_forever()


def end_with_input() -> None:
    while sys.stdin.buffer.read(1024):
        pass
    os._exit(0)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("-H", "--host", default="127.0.0.1")
    arguments.add_argument("-p", "--port", type=int, default=0)
    arguments.add_argument("--detached", action="store_true")
    arguments.add_argument("--clock", action="store_true")
    options = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    serve(options.host, options.port, options.detached, options.clock)


if __name__ == "__main__":
    main()
