"""A recording proxy for AWS APIs, and the server that replays what it recorded, with more pages.

    replay.py record  PORT FILE UPSTREAM     passes requests on to UPSTREAM and keeps the answers in FILE
    replay.py serve   PORT FILE PAGES        answers from FILE; a list of EC2's that came in one page comes in PAGES full ones

Both count requests: GET /-/count answers how many of each operation came since the last one. A full page has the recorded rows over and
over, under other ids (the last digits of EC2's hexadecimal ids change), so that nothing is a duplicate.
"""

import gzip
import json
import re
import signal
import sys
import threading
import time
import urllib.parse
import urllib.request
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from xml.etree import ElementTree

SCOPE = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/")
PAGING = re.compile(r"^(next_?token|marker|max_?(results|items|records|buckets)|starting_?token|limit|pagesize)$", re.IGNORECASE)
HEX_ID = re.compile(rb"\b([a-z]+-[0-9a-f]{14})[0-9a-f]{3}\b")
ROWS = re.compile(rb"<([a-zA-Z]+(?:Set|Info|s))>(\s*<item>.*)</\1>", re.DOTALL)
EXPIRATION = re.compile(rb"<Expiration>[^<]*<")
FULL = 200


def in_an_hour():
    """A session that was recorded has ended when it is replayed, and would be asked for again with each request."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600)).encode()


class Exchange:
    """A request without what paging adds to it."""

    def __init__(self, handler, body):
        scope = SCOPE.search(handler.headers.get("Authorization", ""))
        self.key_id, self.region, self.service = scope.groups() if scope else ("", "", "")
        url = urllib.parse.urlsplit(handler.path)
        parameters = dict(urllib.parse.parse_qsl(url.query, keep_blank_values=True))
        text = body.decode("utf-8", "replace")
        target = handler.headers.get("X-Amz-Target", "")
        if "x-www-form-urlencoded" in handler.headers.get("Content-Type", ""):
            parameters |= dict(urllib.parse.parse_qsl(text, keep_blank_values=True))
            text = ""
        elif target and text:
            parameters |= json.loads(text)
            text = ""
        self.token = next((v for k, v in parameters.items() if re.match(r"(?i)^(next_?token|marker|paginationtoken)$", k)), "")
        asked = {k: v for k, v in parameters.items() if not PAGING.match(k) and k.lower() != "paginationtoken"}
        self.key = json.dumps([handler.command, self.service, self.region, url.path, target, text, asked], sort_keys=True)
        self.method, self.path, self.parameters = handler.command, url.path, parameters
        self.action = parameters.get("Action") or target.rpartition(".")[2] or url.path

    def name(self):
        """The service's and the operation's, as far as a request tells it."""
        if self.action != self.path:
            return f"{self.service}:{self.action}"
        settings = "?".join(key for key, value in self.parameters.items() if not value)
        return f"{self.service}:{self.method} {settings or self.path.count('/')}"

    def of_account(self, accounts):
        return f"{accounts.get(self.key_id, self.key_id)} {self.key}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    counts = Counter()
    lock = threading.Lock()

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/-/count":
            with Handler.lock:
                counts, Handler.counts = Handler.counts, Counter()
            return self.send(200, {"Content-Type": "application/json"}, json.dumps(counts).encode())
        exchange = Exchange(self, body)
        with Handler.lock:
            Handler.counts[exchange.name()] += 1
        self.send(*self.answer(exchange, body))

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = handle_any

    def send(self, status, headers, content):
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_):
        pass


class Recorder(Handler):
    upstream = ""
    exchanges = {}
    accounts = {}

    def answer(self, exchange, body):
        status, headers, content = self.forward(body)
        if exchange.action == "AssumeRole" and status == 200:
            self.remember(content)
        with Handler.lock:
            self.exchanges[exchange.of_account(self.accounts)] = [status, headers, content.decode("utf-8", "surrogateescape")]
        return status, headers, content

    def remember(self, content):
        """Session keys differ from run to run: what they open is what counts."""
        key = re.search(rb"<AccessKeyId>([^<]+)", content).group(1).decode()
        Recorder.accounts[key] = re.search(rb"arn:[^<]*?:(\d{12}):", content).group(1).decode()

    def forward(self, body):
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("connection", "content-length")}
        request = urllib.request.Request(self.upstream + self.path, body or None, headers, method=self.command)
        try:
            with urllib.request.urlopen(request) as response:
                return response.status, dict(response.headers), response.read()
        except HTTPError as error:
            return error.code, dict(error.headers), error.read()


class Replayer(Recorder):
    pages = 1
    made = {}

    def answer(self, exchange, body):
        found = self.exchanges.get(exchange.of_account(self.accounts))
        if found is None:
            return 500, {"Content-Type": "text/html"}, b"<html>not recorded</html>"
        status, headers, text = found
        content = text.encode("utf-8", "surrogateescape")
        if exchange.action == "AssumeRole":
            content = EXPIRATION.sub(b"<Expiration>%s<" % in_an_hour(), content)
            self.remember(content)
        elif status == 200 and exchange.service == "ec2" and exchange.action != "DescribeRegions":
            page = int(exchange.token.rpartition("-")[2]) if exchange.token else 0
            content = self.page(exchange.of_account(self.accounts), content, page)
        return status, headers, content

    def page(self, key, content, number):
        if (key, number) not in self.made:
            self.made[key, number] = ROWS.sub(lambda rows: self.rows(rows.group(1), rows.group(2), number), content, count=1)
        return self.made[key, number]

    def rows(self, name, rows, number):
        copies = FULL // len(ElementTree.fromstring(b"<rows>%s</rows>" % rows)) + 1
        first = number * copies
        token = b"<nextToken>page-%d</nextToken>" % (number + 1) if number + 1 < self.pages else b""
        return b"<%s>%s</%s>%s" % (name, b"".join(self.renamed(rows, copy) for copy in range(first, first + copies)), name, token)

    @staticmethod
    def renamed(rows, copy):
        return HEX_ID.sub(lambda match: match.group(1) + b"%03x" % copy, rows) if copy else rows


def main(mode, port, file, argument):
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what a shell started in the background
    handler = Recorder if mode == "record" else Replayer
    if mode == "record":
        Recorder.upstream = argument
    else:
        Replayer.pages = int(argument)
        with gzip.open(file, "rt", encoding="utf-8", errors="surrogateescape") as recorded:
            Recorder.exchanges, Recorder.accounts = json.load(recorded)
    server = ThreadingHTTPServer(("127.0.0.1", int(port)), handler)
    server.daemon_threads = True
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        if mode == "record":
            with gzip.open(file, "wt", encoding="utf-8", errors="surrogateescape") as out:
                json.dump([Recorder.exchanges, Recorder.accounts], out)


if __name__ == "__main__":
    main(*sys.argv[1:])
