"""A small system in the shape that CDK synthesises: every resource type and trigger of ours."""

import json
from pathlib import Path
from typing import Any

type Json = dict[str, Any]

HERE = Path(__file__).parent
FOLDERS = ("door", "worker", "listener", "clerk", "layer_one", "layer_two")
BUCKET = {"Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"}
PURPOSE = {"StringEquals": {"kms:EncryptionContext:purpose": "reply"}}


def write_assembly(cdk_out: Path, template: Json) -> None:
    manifest = {
        "artifacts": {
            "Toy": {
                "type": "aws:cloudformation:stack",
                "properties": {"templateFile": "Toy.template.json"},
            }
        }
    }
    assets = {"files": {folder: _asset(folder) for folder in FOLDERS}}
    for name, content in (
        ("manifest.json", manifest),
        ("Toy.assets.json", assets),
        ("Toy.template.json", template),
    ):
        (cdk_out / name).write_text(json.dumps(content))


def _asset(folder: str) -> Json:
    return {
        "source": {"path": str(HERE / folder), "packaging": "zip"},
        "destinations": {"here": {"bucketName": BUCKET["Fn::Sub"], "objectKey": f"{folder}.zip"}},
    }


def template() -> Json:
    return {
        "Resources": {
            **keys(),
            **stores(),
            **queue("Line"),
            **queue("Outbox"),
            "Failures": resource("SQS::Queue"),
            **functions(),
            **http_api(),
            **triggers(),
            **questions(),
            **watching(),
        },
        "Outputs": {"Line": {"Value": ref("Line")}, "Url": {"Value": arn("Api", "ApiEndpoint")}},
        "Parameters": {
            "BootstrapVersion": {
                "Type": "AWS::SSM::Parameter::Value<String>",
                "Default": "/cdk-bootstrap/hnb659fds/version",
            }
        },
    }


def ref(name: str) -> Json:
    return {"Ref": name}


def arn(name: str, attribute: str = "Arn") -> Json:
    return {"Fn::GetAtt": [name, attribute]}


def resource(kind: str, **properties: Any) -> Json:
    return {"Type": f"AWS::{kind}", "Properties": properties}


def allow(actions: list[str], *resources: Any, **more: Any) -> Json:
    return {"Effect": "Allow", "Action": actions, "Resource": list(resources), **more}


def policy(*statements: Json) -> Json:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def only_tls(of: Any) -> Json:
    return {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": "*",
        "Resource": of,
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }


def only_under(key: Any, *, of: Any) -> Json:
    """For objects whose names begin with `sealed/`."""
    return {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": "s3:PutObject",
        "Resource": {"Fn::Join": ["", [of, "/sealed/*"]]},
        "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": key}},
    }


def keys() -> Json:
    owner = {
        "Effect": "Allow",
        "Action": "kms:*",
        "Resource": "*",
        "Principal": {
            "AWS": {
                "Fn::Join": ["", ["arn:", ref("AWS::Partition"), ":iam::000000000000:root"]],
            }
        },
    }
    return {
        "MacKey": resource(
            "KMS::Key", KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC", KeyPolicy=policy(owner)
        ),
        "SealKey": resource("KMS::Key", EnableKeyRotation=True, KeyPolicy=policy(owner)),
        "SealAlias": resource("KMS::Alias", AliasName="alias/seal", TargetKeyId=arn("SealKey")),
    }


def stores() -> Json:
    table: Json = {
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "BillingMode": "PAY_PER_REQUEST",
    }
    return {
        "Cases": resource(
            "DynamoDB::Table", **table, StreamSpecification={"StreamViewType": "NEW_IMAGE"}
        ),
        "Sessions": resource("DynamoDB::Table", **table),
        "Evidence": resource("S3::Bucket"),
        "Seals": resource(
            "S3::Bucket",
            ObjectLockEnabled=True,
            ObjectLockConfiguration={
                "ObjectLockEnabled": "Enabled",
                "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 2}},
            },
            VersioningConfiguration={"Status": "Enabled"},
        ),
        "EvidencePolicy": resource(
            "S3::BucketPolicy",
            Bucket=ref("Evidence"),
            PolicyDocument=policy(only_tls(arn("Evidence"))),
        ),
        "SealsPolicy": resource(
            "S3::BucketPolicy",
            Bucket=ref("Seals"),
            PolicyDocument=policy(only_under(arn("SealKey"), of=arn("Seals"))),
        ),
        "Pepper": resource("SecretsManager::Secret", GenerateSecretString={"PasswordLength": 40}),
    }


def queue(name: str) -> Json:
    dead = f"{name}Dead"
    return {
        dead: resource("SQS::Queue", FifoQueue=True),
        name: resource(
            "SQS::Queue",
            FifoQueue=True,
            ContentBasedDeduplication=True,
            VisibilityTimeout=540,
            RedrivePolicy={"deadLetterTargetArn": arn(dead), "maxReceiveCount": 2},
        ),
        f"{name}Policy": resource(
            "SQS::QueuePolicy", Queues=[ref(name)], PolicyDocument=policy(only_tls(arn(name)))
        ),
    }


def function(name: str, folder: str, *statements: Json, **properties: Any) -> Json:
    trust = {
        "Effect": "Allow",
        "Action": "sts:AssumeRole",
        "Principal": {"Service": "lambda.amazonaws.com"},
    }
    return {
        f"{name}Role": resource("IAM::Role", AssumeRolePolicyDocument=policy(trust)),
        f"{name}RolePolicy": resource(
            "IAM::Policy",
            PolicyName=f"{name}RolePolicy",
            PolicyDocument=policy(*statements),
            Roles=[ref(f"{name}Role")],
        ),
        f"{name}Logs": resource("Logs::LogGroup", RetentionInDays=7),
        name: {
            **resource(
                "Lambda::Function",
                Code={"S3Bucket": BUCKET, "S3Key": f"{folder}.zip"},
                Handler="handler.lambda_handler",
                Runtime="python3.13",
                Architectures=["arm64"],
                MemorySize=256,
                Role=arn(f"{name}Role"),
                LoggingConfig={"LogGroup": ref(f"{name}Logs")},
                **{"Timeout": 30, **properties},
            ),
            "DependsOn": [f"{name}RolePolicy", f"{name}Role"],
        },
    }


def functions() -> Json:
    out = {"OUT_URL": "https://out.example"}
    send = ["sqs:SendMessage", "sqs:GetQueueUrl"]
    return {
        **layers(),
        **function(
            "Door",
            "door",
            allow(["kms:GenerateMac"], arn("MacKey")),
            allow(["kms:Encrypt"], arn("SealKey"), Condition=PURPOSE),
            allow(send, arn("Line")),
            Environment=variables(
                MAC_KEY=arn("MacKey"), SEAL_KEY=arn("SealKey"), LINE_URL=ref("Line")
            ),
        ),
        **function(
            "Flow",
            "worker",
            allow(send, arn("Outbox")),
            Environment=variables(OUTBOX_URL=ref("Outbox"), **out),
        ),
        **function("Courier", "worker", allow(send, "*"), Environment=variables(**out)),
        **function(
            "Listener", "listener", allow(["sqs:ListQueues"], "*"), Environment=variables(**out)
        ),
        **clerk(),
    }


def variables(**values: Any) -> Json:
    return {"Variables": values}


def layers() -> Json:
    return {
        name: resource(
            "Lambda::LayerVersion",
            Content={"S3Bucket": BUCKET, "S3Key": f"{folder}.zip"},
            CompatibleRuntimes=["python3.13"],
        )
        for name, folder in (("LayerOne", "layer_one"), ("LayerTwo", "layer_two"))
    }


def clerk() -> Json:
    own_rows = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["own-*"]}}
    return function(
        "Clerk",
        "clerk",
        allow(["kms:Encrypt", "kms:Decrypt"], arn("SealKey"), Condition=PURPOSE),
        allow(["dynamodb:PutItem", "dynamodb:BatchWriteItem"], arn("Cases"), Condition=own_rows),
        allow(["dynamodb:UpdateItem", "dynamodb:BatchGetItem"], arn("Sessions")),
        allow(["sqs:SendMessage"], arn("OutboxDead")),
        allow(["secretsmanager:GetSecretValue"], ref("Pepper")),
        allow(["s3:PutObject"], "arn:aws:s3:::*"),
        allow(["kms:GenerateDataKey"], arn("SealKey")),
        Timeout=5,
        Layers=[ref("LayerOne"), ref("LayerTwo")],
        Environment=variables(GREETING_FILE="/opt/data/greeting.txt"),
    )


def http_api() -> Json:
    return {
        "Api": resource("ApiGatewayV2::Api", Name="toy", ProtocolType="HTTP"),
        "Stage": resource(
            "ApiGatewayV2::Stage", ApiId=ref("Api"), StageName="$default", AutoDeploy=True
        ),
        "Integration": resource(
            "ApiGatewayV2::Integration",
            ApiId=ref("Api"),
            IntegrationType="AWS_PROXY",
            IntegrationUri=arn("Door"),
            PayloadFormatVersion="2.0",
        ),
        "Route": resource(
            "ApiGatewayV2::Route",
            ApiId=ref("Api"),
            RouteKey="POST /webhook",
            Target={"Fn::Join": ["", ["integrations/", ref("Integration")]]},
        ),
        "Permission": resource(
            "Lambda::Permission",
            Action="lambda:InvokeFunction",
            FunctionName=arn("Door"),
            Principal="apigateway.amazonaws.com",
        ),
    }


def triggers() -> Json:
    partial = {"BatchSize": 10, "FunctionResponseTypes": ["ReportBatchItemFailures"]}
    pattern = {"dynamodb": {"NewImage": {"kind": {"S": ["tip"]}}}}
    return {
        "FlowTrigger": resource(
            "Lambda::EventSourceMapping",
            EventSourceArn=arn("Line"),
            FunctionName=ref("Flow"),
            **partial,
        ),
        "CourierTrigger": resource(
            "Lambda::EventSourceMapping",
            EventSourceArn=arn("Outbox"),
            FunctionName=ref("Courier"),
            **partial,
        ),
        "ListenerTrigger": resource(
            "Lambda::EventSourceMapping",
            EventSourceArn=arn("Cases", "StreamArn"),
            FunctionName=ref("Listener"),
            StartingPosition="TRIM_HORIZON",
            FilterCriteria={"Filters": [{"Pattern": json.dumps(pattern)}]},
            MaximumRetryAttempts=2,
            BisectBatchOnFunctionError=True,
            DestinationConfig={"OnFailure": {"Destination": arn("Failures")}},
            **partial,
        ),
    }


def questions() -> Json:
    return {
        "Question": resource(
            "Athena::NamedQuery", Name="asked", Database="lake", QueryString="SELECT 1"
        ),
    }


def watching() -> Json:
    return {
        "Topic": resource("SNS::Topic"),
        "Subscription": resource(
            "SNS::Subscription",
            TopicArn=ref("Topic"),
            Protocol="email",
            Endpoint="alarms@example.org",
        ),
        "Alarm": resource(
            "CloudWatch::Alarm",
            Namespace="AWS/SQS",
            MetricName="ApproximateNumberOfMessagesVisible",
            Dimensions=[{"Name": "QueueName", "Value": arn("LineDead", "QueueName")}],
            ComparisonOperator="GreaterThanOrEqualToThreshold",
            EvaluationPeriods=1,
            Period=60,
            Statistic="Maximum",
            Threshold=1,
            AlarmActions=[ref("Topic")],
        ),
    }
