"""boto3's side of the decode benchmark: a child process that answers one line for each line it reads.

    boto3_peer.py PAGES          PAGES holds pages.json and the pages it names

    content I                    the parsed answer of page I as JSON (instants in UTC, blobs base64)
    time I N                     CPU seconds of N whole client calls of page I, network excepted

The page comes from botocore's before-send event, so all of its pipeline runs but the socket.
"""

import base64
import datetime
import json
import sys
import time
from pathlib import Path

import boto3
from botocore.awsrequest import AWSResponse
from botocore.config import Config


class Body:
    """The raw body as botocore's HTTP session would hand it over."""

    def __init__(self, content):
        self.content = content

    def stream(self, **_):
        yield self.content


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).isoformat()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    raise TypeError(f"no JSON for {type(value)}")


class Page:
    def __init__(self, folder, entry):
        self.operation = entry["method"]
        self.arguments = entry["arguments"]
        body = (folder / entry["file"]).read_bytes()
        self.client = boto3.client(
            entry["service"],
            region_name="us-east-1",
            aws_access_key_id="AKIDEXAMPLE",
            aws_secret_access_key="secret",
            config=Config(retries={"max_attempts": 0}),
        )
        headers = {"Content-Type": entry["content_type"], "Content-Length": str(len(body))}
        self.client.meta.events.register(
            "before-send", lambda request, **_: AWSResponse(request.url, 200, headers, Body(body))
        )

    def call(self):
        return getattr(self.client, self.operation)(**self.arguments)

    def content(self):
        answer = self.call()
        answer.pop("ResponseMetadata", None)
        return json.dumps(answer, default=plain)

    def cpu(self, rounds):
        start = time.process_time()
        for _ in range(rounds):
            self.call()
        return time.process_time() - start


def main():
    folder = Path(sys.argv[1])
    pages = [Page(folder, entry) for entry in json.loads((folder / "pages.json").read_text())]
    for line in sys.stdin:
        what, index, *rest = line.split()
        page = pages[int(index)]
        print(page.content() if what == "content" else repr(page.cpu(int(rest[0]))), flush=True)


if __name__ == "__main__":
    main()
