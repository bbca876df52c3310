"""Runs MiniStack on a free port of this machine.

Prints "listening PORT" when it takes requests. Ends when its standard input ends: a test that was killed leaves no
server behind.
"""

import os
import socket
import sys
import threading
import time


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def tell_when_ready(port: int, out) -> None:
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.02)
    print("listening", port, file=out, flush=True)


def main() -> None:
    port = free_port()
    os.environ["GATEWAY_PORT"] = str(port)
    sys.argv = ["ministack"]
    answers, sys.stdout = sys.stdout, sys.stderr
    from ministack.app import main as serve

    threading.Thread(target=end_with_input, daemon=True).start()
    threading.Thread(target=tell_when_ready, args=(port, answers), daemon=True).start()
    serve()


main()
