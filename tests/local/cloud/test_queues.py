# ruff: noqa: SLF001 - drives MiniStack's queue as its server would
from ministack.services import sqs

from local.cloud.queues import receive_one_group


def test_a_batch_holds_one_group_in_its_order() -> None:
    queue = sqs._act_create_queue(
        {"QueueName": "groups.fifo", "Attributes": {"FifoQueue": "true"}}, ""
    )["QueueUrl"]
    for body, group in (("a1", "a"), ("b1", "b"), ("a2", "a"), ("b2", "b")):
        message = {"MessageBody": body, "MessageGroupId": group, "MessageDeduplicationId": body}
        sqs._act_send_message(message, queue)
    batches = [[m["body"] for m in receive_one_group(queue, 10)] for _ in range(3)]
    assert batches == [["a1", "a2"], ["b1", "b2"], []]
