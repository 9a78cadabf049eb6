"""What the files of a tip show or say, as far as it makes the tip more urgent."""

from aws_cdk import Stack
from aws_cdk.aws_events import EventPattern, Rule
from aws_cdk.aws_events_targets import LambdaFunction
from constructs import Construct

from infra.function import MEDIA_TIMEOUT_SECONDS, HouseFunction, police_range
from infra.house import House
from infra.nag import acknowledge
from infra.role import PUT, QUERY


class Labels(HouseFunction):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores, hearings = house.stores, f"satark-mitra-{house.stage.name}"
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="labels",
            memory_mb=512,
            timeout_seconds=MEDIA_TIMEOUT_SECONDS,
            layers=[house.layers.range],
            environment={
                **police_range(),
                "LABELS_BY": house.stage.labels_by,
                "CASES_TABLE": stores.cases.table_name,
                "HEADS_TABLE": stores.heads.table_name,
                "LABELS_LINE": house.labels_line.url,
                "EVIDENCE_BUCKET": house.evidence.bucket.bucket_name,
                "CONTENT_KEY": house.content.key.key_arn,
                "HEARINGS": hearings,
            },
        )
        self.reads(house.labels_line)
        self.role.may("sqs:ChangeMessageVisibility", on=house.labels_line.arn)
        self.role.may(QUERY, PUT, on=stores.cases.table_arn)
        self.role.may(PUT, on=stores.heads.table_arn)
        if house.stage.labels_by == "machine":
            self._look_and_listen(house, hearings)
            house.content.serve(self.role, through=["sqs", "dynamodb", "s3", "transcribe"])
        else:
            house.content.serve(self.role, through=["sqs", "dynamodb"])

    def _look_and_listen(self, house: House, hearings: str) -> None:
        """Of what was kept alone: what is protected lies elsewhere, under another key."""
        house.evidence.let_fetch_kept(self.role)
        house.evidence.let_pass_transcripts(self.role)
        self.role.may("rekognition:DetectLabels", "rekognition:DetectModerationLabels", on="*")
        acknowledge(self.role, "IAM5[Resource::*]", reason="These two know no resources.")
        jobs = Stack.of(self).format_arn(
            service="transcribe", resource="transcription-job", resource_name=f"{hearings}.*"
        )
        self.role.may(
            "transcribe:StartTranscriptionJob", "transcribe:DeleteTranscriptionJob", on=jobs
        )
        acknowledge(
            self.role,
            f"IAM5[Resource::arn:<AWS::Partition>:transcribe:{house.stage.region}:"
            f"<AWS::AccountId>:transcription-job/{hearings}.*]",
            reason="Each recording has a job of its own, under this stage's name.",
        )
        Rule(
            self,
            "Heard",
            event_pattern=EventPattern(
                source=["aws.transcribe"],
                detail_type=["Transcribe Job State Change"],
                detail={
                    "TranscriptionJobStatus": ["COMPLETED", "FAILED"],
                    "TranscriptionJobName": [{"prefix": f"{hearings}."}],
                },
            ),
            targets=[LambdaFunction(self.function, retry_attempts=10)],
        )
