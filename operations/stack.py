"""A deployed stack, as an operator's command meets it: its outputs, and a role to work in."""

import boto3


def outputs(stage: str) -> dict[str, str]:
    stacks = boto3.client("cloudformation").describe_stacks(StackName=f"satark-mitra-{stage}")
    found = stacks["Stacks"][0]["Outputs"]
    return {output["OutputKey"]: output["OutputValue"] for output in found}


def in_role(role: str, *, called: str) -> boto3.Session:
    answer = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName=called)
    credentials = answer["Credentials"]
    return boto3.Session(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
