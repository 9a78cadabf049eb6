from botocore.exceptions import ClientError


def lost_the_race(error: ClientError) -> bool:
    """Whether a condition failed, or another transaction was under way on the same items."""
    code = error.response["Error"]["Code"]
    reasons = {reason.get("Code") for reason in error.response.get("CancellationReasons", ())}
    return code == "ConditionalCheckFailedException" or (
        code == "TransactionCanceledException"
        and bool(reasons & {"ConditionalCheckFailed", "TransactionConflict"})
    )
