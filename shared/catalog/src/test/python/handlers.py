"""Which of botocore's built-in handlers touch a catalogued operation."""

from botocore.handlers import BUILTIN_HANDLERS
from botocore.utils import EVENT_ALIASES

# events of making and documenting Python clients: nothing is sent or read there
PYTHON_ONLY = ("docs.", "getattr.", "creating-client-class", "choose-service-name")


def touches(pattern, service_id, operation):
    """Whether a handler of this event pattern hears the operation: missing parts mean all, as in botocore."""
    _, *parts = pattern.split(".")
    parts[:1] = [EVENT_ALIASES.get(part, part) for part in parts[:1]]
    return all(part in ("*", name) for part, name in zip(parts, (service_id, operation)))


def name(handler):
    return getattr(handler, "__qualname__", type(handler).__qualname__)


def handlers(boto3):
    operations = [
        (client.meta.service_model.service_id.hyphenize(), model.name) for _, client, model in boto3.operations()
    ]
    seen = set()
    for pattern, handler, *_ in BUILTIN_HANDLERS:
        if pattern.startswith(PYTHON_ONLY) or not any(touches(pattern, *operation) for operation in operations):
            continue
        if (pattern, name(handler)) not in seen:
            seen.add((pattern, name(handler)))
            yield {"event": pattern, "handler": name(handler)}
