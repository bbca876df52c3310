"""A recording proxy for AWS APIs, and the server that replays what it recorded, with more pages.

    replay.py record  PORT FILE UPSTREAM     passes requests on to UPSTREAM and keeps the answers in FILE
    replay.py serve   PORT FILE TIMES        answers from FILE; a list that came in one page comes in TIMES pages

Both count requests: GET /-/count answers the number since the last one. Pages after the first carry the same rows
under other ids (the last digits of EC2's hexadecimal ids change), so that nothing is a duplicate.
"""

import gzip
import json
import re
import sys
import threading
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError

SCOPE = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/")
PAGING = re.compile(r"^(next_?token|marker|max_?(results|items|records|buckets)|starting_?token|limit|pagesize)$", re.IGNORECASE)
HEX_ID = re.compile(rb"\b([a-z]+-[0-9a-f]{14})[0-9a-f]{3}\b")
# How a page says that there is another, and where the request says which one it wants.
TOKENS = {
    "ec2": ("nextToken", "NextToken"),
    "autoscaling": ("NextToken", "NextToken"),
    "rds": ("Marker", "Marker"),
    "elasticloadbalancing": ("NextMarker", "Marker"),
    "logs": ("nextToken", "nextToken"),
    "ssm": ("NextToken", "NextToken"),
    "secretsmanager": ("NextToken", "NextToken"),
    "lambda": ("NextMarker", "Marker"),
    "tagging": ("PaginationToken", "PaginationToken"),
}
ROWS = {
    "ec2": re.compile(rb"<(?:[a-zA-Z]+Set|[a-zA-Z]+Info|launchTemplate[a-zA-Z]*s)>\s*<item>"),
    "rds": re.compile(rb"<DBInstance>|<DBCluster>|<DBSnapshot>"),
}


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
        self.action = parameters.get("Action") or target.rpartition(".")[2] or url.path

    def of_account(self, accounts):
        return f"{accounts.get(self.key_id, self.key_id)} {self.key}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    count = 0
    lock = threading.Lock()

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/-/count":
            with Handler.lock:
                count, Handler.count = Handler.count, 0
            return self.send(200, {"Content-Type": "text/plain"}, str(count).encode())
        with Handler.lock:
            Handler.count += 1
        self.send(*self.answer(body))

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

    def answer(self, body):
        exchange = Exchange(self, body)
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
    times = 1

    def answer(self, body):
        exchange = Exchange(self, body)
        found = self.exchanges.get(exchange.of_account(self.accounts))
        if found is None:
            return 500, {"Content-Type": "text/html"}, b"<html>not recorded</html>"
        status, headers, text = found
        content = text.encode("utf-8", "surrogateescape")
        if exchange.action == "AssumeRole":
            self.remember(content)
        if status == 200 and self.pages(exchange, content):
            page = int(exchange.token.rpartition("-")[2] or 1) if exchange.token else 1
            content = self.page(exchange.service, content, page)
        return status, headers, content

    def pages(self, exchange, content):
        rows = ROWS.get(exchange.service)
        return self.times > 1 and rows is not None and rows.search(content) is not None and "Attribute" not in exchange.action

    def page(self, service, content, number):
        content = HEX_ID.sub(lambda match: match.group(1) + b"%03x" % number, content) if number > 1 else content
        if number >= self.times:
            return content
        token = b"<%s>page-%d</%s>" % (TOKENS[service][0].encode(), number + 1, TOKENS[service][0].encode())
        end = content.rstrip().rfind(b"</")
        if service == "rds":
            end = content.rfind(b"</", 0, content.rfind(b"<ResponseMetadata"))
        return content[:end] + token + content[end:]


def main(mode, port, file, argument):
    handler = Recorder if mode == "record" else Replayer
    if mode == "record":
        Recorder.upstream = argument
    else:
        Replayer.times = int(argument)
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
