from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from local.cloud.pool import Pool
from local.cloud.sandbox import Function, Sandbox

HANDLER = """
import os, time

def handle(event, context):
    if event == "die":
        os._exit(3)
    if event == "dawdle":
        time.sleep(60)
    return os.getpid()
"""


@pytest.fixture
def function(tmp_path: Path) -> Callable[[], Function]:
    (tmp_path / "own.py").write_text(HANDLER)
    environment = {
        "PYTHONPATH": str(tmp_path),
        "_HANDLER": "own.handle",
        **{
            f"AWS_LAMBDA_{name}": "x"
            for name in (
                "FUNCTION_NAME",
                "FUNCTION_MEMORY_SIZE",
                "LOG_GROUP_NAME",
                "LOG_STREAM_NAME",
            )
        },
    }
    return lambda: Function(
        name="own",
        arn="arn",
        handler="own.handle",
        timeout=0.5,
        task=tmp_path,
        environment=environment,
        log=tmp_path / "own.log",
    )


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Sandbox]]:
    sandboxes: list[Sandbox] = []
    start = Sandbox.__init__

    def remember(sandbox: Sandbox, function: Function) -> None:
        start(sandbox, function)
        sandboxes.append(sandbox)

    monkeypatch.setattr(Sandbox, "__init__", remember)
    yield sandboxes
    for sandbox in sandboxes:
        sandbox.kill()


@pytest.fixture
def pool(started: list[Sandbox]) -> Pool:
    return Pool(concurrency=2)


def ask(sandbox: Sandbox, event: str = "who") -> object:
    return sandbox.invoke(event, "request", ahead=0)


def test_a_warm_sandbox_is_used_again(
    pool: Pool, started: list[Sandbox], function: Callable[[], Function]
) -> None:
    for _ in range(2):
        pool.warm("one", function)
        assert len(started) == 1
    for _ in range(2):
        with pool.lend("one", function) as sandbox:
            assert sandbox is started[0]


def test_two_invocations_have_two_sandboxes_and_a_third_waits(
    pool: Pool, function: Callable[[], Function]
) -> None:
    served = Event()

    def third() -> None:
        with pool.lend("one", function):
            served.set()

    with pool.lend("one", function) as first:
        with pool.lend("one", function) as second:
            assert ask(first) != ask(second)
            waiting = Thread(target=third)
            waiting.start()
            assert not served.wait(0.1)
        assert served.wait(5)
    waiting.join()


def test_another_revision_has_its_own(pool: Pool, function: Callable[[], Function]) -> None:
    with pool.lend("one", function) as sandbox:
        first = ask(sandbox)
    with pool.lend("two", function) as sandbox:
        assert ask(sandbox) != first


@pytest.mark.parametrize(
    ("event", "kind"), [("die", "Runtime.ExitError"), ("dawdle", "Sandbox.Timedout")]
)
def test_a_sandbox_that_ends_is_replaced(
    event: str, kind: str, pool: Pool, function: Callable[[], Function]
) -> None:
    with pool.lend("one", function) as sandbox:
        first = ask(sandbox)
        answer = sandbox.invoke(event, "request", ahead=0)
        assert answer["error"]["errorType"] == kind
    with pool.lend("one", function) as sandbox:
        assert ask(sandbox) != first


def test_a_function_that_cannot_be_imported_says_where_to_look(
    pool: Pool, function: Callable[[], Function], tmp_path: Path
) -> None:
    (tmp_path / "own.py").write_text("import nothing_like_that")
    with (
        pytest.raises(RuntimeError, match=r"nothing_like_that.*own\.log"),
        pool.lend("x", function),
    ):
        pass
    assert "ModuleNotFoundError" in (tmp_path / "own.log").read_text()
