"""What an action amounts to. Every action that a role is allowed by name stands here.

An action that stands nowhere makes the proof fail until somebody has thought about it.
"""

TAKES_A_ROLE = ("sts:AssumeRole", "iam:UpdateAssumeRolePolicy", "iam:PassRole")
"""PassRole alone: the services that run something in a passed role are too many to list."""

RUNS_IN_A_FUNCTION = ("lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration")
"""The second changes the layers, the handler and the environment: that is the code too."""

REWRITES_THE_HOUSE = (
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreatePolicyVersion",
    "iam:CreateRole",
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteRolePolicy",
    "iam:DetachRolePolicy",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateLoginProfile",
    "cloudformation:CreateChangeSet",
    "cloudformation:CreateResource",
    "cloudformation:CreateStack",
    "cloudformation:ExecuteChangeSet",
    "cloudformation:UpdateResource",
    "cloudformation:UpdateStack",
    "ssm:SendCommand",
    "ssm:StartAutomationExecution",
)
"""Whoever may do one of these may in the end do everything."""

TAKES_A_KEY = ("kms:PutKeyPolicy", "kms:CreateGrant", "kms:ReplicateKey")
OPENS = ("kms:Decrypt", "kms:ReEncryptFrom", *TAKES_A_KEY)
SEALS = ("kms:Encrypt", *TAKES_A_KEY)
SEALS_ANEW = ("kms:ReEncryptTo",)
"""Seals no address of its own choosing, but what it may ReEncryptFrom under another key."""
MAKES_MACS = ("kms:GenerateMac", "kms:VerifyMac", *TAKES_A_KEY)

LOOKS_UP = ("dynamodb:GetItem", "dynamodb:BatchGetItem")
WALKS_A_TABLE = (
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:PartiQLSelect",
    "dynamodb:SearchVectors",
    "dynamodb:GetRecords",
    "dynamodb:CreateBackup",
    "dynamodb:CreateGlobalTable",
    "dynamodb:CreateTableReplica",
    "dynamodb:EnableKinesisStreamingDestination",
    "dynamodb:ExportTableToPointInTime",
    "dynamodb:RestoreTableFromAwsBackup",
    "dynamodb:RestoreTableFromBackup",
    "dynamodb:RestoreTableToPointInTime",
    "dynamodb:StartAwsBackupJob",
    "dynamodb:UpdateContinuousBackups",
    "dynamodb:UpdateContributorInsights",
    "dynamodb:UpdateTable",
    "dynamodb:PutResourcePolicy",
    "dynamodb:DeleteResourcePolicy",
)
"""Reading items without knowing their keys: by a search, by a copy, by letting oneself."""
READS_A_TABLE = (*LOOKS_UP, *WALKS_A_TABLE)
WRITES_A_TABLE = (
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:DeleteItem",
    "dynamodb:PartiQLUpdate",
    "dynamodb:PartiQLDelete",
    "dynamodb:PartiQLInsert",
    "dynamodb:ConditionCheckItem",
)
"""Each can be asked to return the item that stood under the key: who knows a key may look it up."""

READS_A_SECRET = (
    "secretsmanager:GetSecretValue",
    "secretsmanager:PutSecretValue",
    "secretsmanager:UpdateSecret",
    "secretsmanager:RotateSecret",
    "secretsmanager:ReplicateSecretToRegions",
    "secretsmanager:PutResourcePolicy",
    "secretsmanager:DeleteResourcePolicy",
)
"""Who sets a secret knows it."""

READS_A_BUCKET = (
    "s3:GetObject",
    "s3:GetObjectVersion",
    "s3:ListBucket",
    "s3:PutBucketPolicy",
    "s3:DeleteBucketPolicy",
    "s3:PutBucketAcl",
    "s3:PutObjectAcl",
    "s3:PutReplicationConfiguration",
    "s3:CreateAccessPoint",
    "s3:PutAccessPointPolicy",
)
"""To list keys is counted too: the names of evidence are random so that nobody finds them."""
WRITES_A_BUCKET = ("s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion")
TAKES_A_QUEUE = ("sqs:AddPermission", "sqs:SetQueueAttributes", "sqs:StartMessageMoveTask")
RECEIVES = ("sqs:ReceiveMessage", *TAKES_A_QUEUE)
SENDS = ("sqs:SendMessage", *TAKES_A_QUEUE)

CALLS_A_FUNCTION = (
    "lambda:InvokeFunction",
    "lambda:InvokeAsync",
    "lambda:InvokeFunctionUrl",
    "lambda:AddPermission",
    "lambda:CreateFunctionUrlConfig",
    "lambda:UpdateFunctionUrlConfig",
)

GIVES_NOTHING = (
    # A query reads by the rights of whoever asks, and answers with rows that name nobody.
    "athena:GetQueryExecution",
    "athena:GetQueryResults",
    "athena:StartQueryExecution",
    "athena:StopQueryExecution",
    "dynamodb:DescribeStream",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
    "glue:GetDatabase",
    "glue:GetPartitions",
    "glue:GetTable",
    "kms:CancelKeyDeletion",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:GenerateDataKey",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListResourceTags",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
    "lambda:CreateFunction",
    "logs:CreateLogStream",
    "logs:FilterLogEvents",
    "logs:PutLogEvents",
    "rekognition:DetectLabels",
    "rekognition:DetectModerationLabels",
    "s3:GetBucketLocation",
    "ses:SendEmail",
    "ses:SendRawEmail",
    "sns:Publish",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "transcribe:DeleteTranscriptionJob",
    "transcribe:StartTranscriptionJob",
)
"""Thought about, and no way to an identity, a role or a text. CreateFunction needs PassRole.

Rekognition sees the bytes that it is given. Transcribe reads and writes by its caller's own rights.
"""

UNDERSTOOD = frozenset(
    action.lower()
    for group in (
        *(TAKES_A_ROLE, RUNS_IN_A_FUNCTION, REWRITES_THE_HOUSE),
        *(OPENS, SEALS, SEALS_ANEW, MAKES_MACS, READS_A_TABLE, WRITES_A_TABLE, READS_A_SECRET),
        *(READS_A_BUCKET, WRITES_A_BUCKET, RECEIVES, SENDS, CALLS_A_FUNCTION, GIVES_NOTHING),
    )
    for action in group
)
