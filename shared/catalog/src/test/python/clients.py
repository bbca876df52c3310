"""botocore's clients for all catalogued operations; they send nothing."""

import io
import json
import logging
import os
from pathlib import Path

import botocore.handlers
import botocore.session
from botocore.config import Config
from botocore.loaders import Loader

TOKEN = "00000000-0000-4000-8000-000000000000"


class Extracts(Loader):
    """botocore's own models, but speaking the protocol that the extract chose."""

    def __init__(self, folder):
        super().__init__()
        self.extracts = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(Path(folder).glob("*.json"))}

    def load_service_model(self, service_name, type_name, api_version=None):
        model = super().load_service_model(service_name, type_name, api_version=api_version)
        if type_name == "service-2":
            chosen = self.extracts[service_name]["metadata"]["protocol"]
            model["metadata"].update(protocol=chosen, protocols=[chosen])
        return model


class Body(io.BytesIO):
    def stream(self, **_):
        while chunk := self.read(4096):
            yield chunk


class Boto3:
    """Clients that send nothing."""

    def __init__(self, folder):
        os.environ.update(
            AWS_EC2_METADATA_DISABLED="true", AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull
        )
        logging.disable(logging.WARNING)
        botocore.handlers.uuid.uuid4 = lambda: TOKEN
        self.loader = Extracts(folder)
        self.session = botocore.session.Session()
        self.session.register_component("data_loader", self.loader)
        self.session.set_credentials("AKIDEXAMPLE", "secret")

    def client(self, service, region="us-east-1", path_style=True, checksum_validation="when_supported", **options):
        config = Config(
            retries={"total_max_attempts": 1},
            request_checksum_calculation="when_required",
            response_checksum_validation=checksum_validation,
            disable_request_compression=True,
            account_id_endpoint_mode="disabled",
            s3={"us_east_1_regional_endpoint": "regional", **({"addressing_style": "path"} if path_style else {})},
            **options,
        )
        return self.session.create_client(service, region_name=region, config=config)

    def operations(self, **options):
        """(service, its client, operation's model), for all that is catalogued."""
        for service, extract in self.loader.extracts.items():
            client = self.client(service, **options)
            for name in extract["operations"]:
                yield service, client, client.meta.service_model.operation_model(name)


class Captured(BaseException):
    """Stops a call once its request is made; no handler of botocore's catches it."""

    def __init__(self, request):
        self.request = request


def capture(request, **_):
    raise Captured(request)


def captured(client, operation, parameters):
    """The request that this call would send."""
    client.meta.events.register_first("before-send.*.*", capture)
    try:
        client._make_api_call(operation, parameters)
    except Captured as stop:
        return stop.request
    finally:
        client.meta.events.unregister("before-send.*.*", capture)
    raise AssertionError(f"{operation} was not captured")
