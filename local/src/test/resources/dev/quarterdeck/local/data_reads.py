"""Plants data in an emulated account, or tries to read it: data_reads.py ENDPOINT KEY SECRET plant|read. Prints what came of each read."""

import sys

import boto3
from botocore.exceptions import ClientError

endpoint, key, secret, what = sys.argv[1:]
session = boto3.Session(key, secret, region_name="eu-west-1")


def client(service):
    return session.client(service, endpoint_url=endpoint)


TABLE = {
    "TableName": "orders",
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
    "BillingMode": "PAY_PER_REQUEST",
}
QUEUE = {"QueueUrl": f"{endpoint}/123456789012/orders"}
PLANTS = [
    ("s3", "create_bucket", {"Bucket": "orders", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}),
    ("s3", "put_object", {"Bucket": "orders", "Key": "one", "Body": b"x"}),
    ("secretsmanager", "create_secret", {"Name": "one", "SecretString": "x"}),
    ("ssm", "put_parameter", {"Name": "one", "Value": "x", "Type": "SecureString"}),
    ("dynamodb", "create_table", TABLE),
    ("dynamodb", "put_item", {"TableName": "orders", "Item": {"id": {"S": "1"}}}),
    ("sqs", "create_queue", {"QueueName": "orders"}),
    ("sqs", "send_message", {**QUEUE, "MessageBody": "x"}),
    ("logs", "create_log_group", {"logGroupName": "orders"}),
    ("logs", "create_log_stream", {"logGroupName": "orders", "logStreamName": "one"}),
    ("sns", "create_topic", {"Name": "orders"}),
    ("kms", "create_key", {}),
    ("ec2", "create_volume", {"AvailabilityZone": "eu-west-1a", "Size": 1}),
]
READS = [
    ("secretsmanager", "get_secret_value", {"SecretId": "one"}),
    ("secretsmanager", "batch_get_secret_value", {"SecretIdList": ["one"]}),
    ("ssm", "get_parameter", {"Name": "one", "WithDecryption": True}),
    ("ssm", "get_parameters", {"Names": ["one"], "WithDecryption": True}),
    ("ssm", "get_parameters_by_path", {"Path": "/"}),
    ("ssm", "get_parameter_history", {"Name": "one"}),
    ("dynamodb", "get_item", {"TableName": "orders", "Key": {"id": {"S": "1"}}}),
    ("dynamodb", "scan", {"TableName": "orders"}),
    ("dynamodb", "query", {"TableName": "orders", "KeyConditionExpression": "id = :i", "ExpressionAttributeValues": {":i": {"S": "1"}}}),
    ("dynamodb", "batch_get_item", {"RequestItems": {"orders": {"Keys": [{"id": {"S": "1"}}]}}}),
    ("sqs", "receive_message", QUEUE),
    ("logs", "get_log_events", {"logGroupName": "orders", "logStreamName": "one"}),
    ("logs", "filter_log_events", {"logGroupName": "orders"}),
]  # fmt: skip


def tried(service, operation, arguments):
    try:
        getattr(client(service), operation)(**arguments)
        return "allowed"
    except ClientError as error:
        return error.response["Error"]["Code"]


for service, operation, arguments in PLANTS if what == "plant" else READS:
    print(service, operation, tried(service, operation, arguments))
