# ruff: noqa: SLF001 - completes MiniStack from within; its version is pinned by hash
"""Runs the functions of the embedded cloud in sandboxes instead of MiniStack's own workers.

MiniStack's worker lets a function import the whole virtual environment and inherit the host's
variables, waits up to 50 ms after each call, and drops the process at the first exception.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.cloud.filesystem import link_runtime, merge_layers, pointed_folder
from local.cloud.pool import Pool
from local.cloud.sandbox import Function

type Json = dict[str, Any]

CONCURRENCY = 2


class Lambdas:
    def __init__(self, *, endpoint: str, state: Path) -> None:
        self._endpoint = endpoint
        self._state = state
        self._runtime = state / "runtime"
        self._pool = Pool(concurrency=CONCURRENCY)
        self.started = 0
        self.ahead = 0.0  # seconds by which the functions' clock is ahead of ours
        for folder in ("logs", "tmp"):
            (state / folder).mkdir(parents=True, exist_ok=True)
        link_runtime(self._runtime)

    def install(self) -> None:
        lambda_svc._execute_function_warm = self.execute

    def execute(self, record: Json, event: object, request_id: str) -> Json:
        self.started += 1
        try:
            with self._pool.lend(*self._recipe(record)) as sandbox:
                answer = sandbox.invoke(event, request_id, ahead=self.ahead)
        except RuntimeError as error:
            answer = {"error": {"errorType": "Runtime.InitError", "errorMessage": str(error)}}
        if "error" in answer:
            return {"body": answer["error"], "error": True}
        return {"body": answer["result"]}

    def warm(self, name: str) -> None:
        """Start an environment before it is needed, as provisioned concurrency does."""
        self._pool.warm(*self._recipe(lambda_svc._functions[name]))

    def _recipe(self, record: Json) -> tuple[str, Callable[[], Function]]:
        """The function's revision, and how to make it ready to run."""
        config = record["config"]
        revision = f"{config['FunctionArn']}#{config['RevisionId']}"
        return revision, lambda: self._function(config, record)

    def _function(self, config: Json, record: Json) -> Function:
        name = config["FunctionName"]
        task = pointed_folder(record["code_zip"])
        opt = self._state / "opt" / name
        if not opt.exists():
            merge_layers([self._layer(layer) for layer in config.get("Layers", [])], opt)
        return Function(
            name=name,
            arn=config["FunctionArn"],
            handler=config["Handler"],
            timeout=float(config["Timeout"]),
            task=task,
            environment=self._environment(config, task, opt),
            log=self._state / "logs" / f"{name}.log",
        )

    @staticmethod
    def _layer(layer: Json | str) -> Path:
        return pointed_folder(lambda_svc._resolve_layer_zip(layer))

    def _environment(self, config: Json, task: Path, opt: Path) -> dict[str, str]:
        """https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html."""
        name, region = config["FunctionName"], config["FunctionArn"].split(":")[3]
        variables = config.get("Environment", {}).get("Variables", {})
        path = [task, opt / "python", self._runtime]
        return {
            "LANG": "C.UTF-8",
            "TZ": ":UTC",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "TMPDIR": str(self._state / "tmp"),
            **{key: _below(opt, value) for key, value in variables.items()},
            **lambda_runtime.execution_credentials(config),
            "AWS_ENDPOINT_URL": self._endpoint,
            "AWS_REGION": region,
            "AWS_DEFAULT_REGION": region,
            "AWS_EXECUTION_ENV": f"AWS_Lambda_{config['Runtime']}",
            "AWS_LAMBDA_FUNCTION_NAME": name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(config["MemorySize"]),
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{name}",
            "AWS_LAMBDA_LOG_STREAM_NAME": "local",
            "LAMBDA_TASK_ROOT": str(task),
            "_HANDLER": config["Handler"],
            "PYTHONPATH": ":".join(map(str, path)),
        }


def _below(opt: Path, value: str) -> str:
    """A file in a layer lies below this function's own /opt."""
    return str(opt / value.removeprefix("/opt/")) if value.startswith("/opt/") else value
