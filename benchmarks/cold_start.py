"""Cold start of each function: imports and clients, against a bare boto3 handler with the same.

Each run is a process of its own that sees what Lambda would show it: the function's code, its
layers with their compiled modules, and the runtime's packages. Budget: 1.5 times the bare one.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from local.cloud.assembly import Assembly
from local.cloud.filesystem import link_runtime, merge_layers

RUNS = 9
BUDGET = 1.5
CLIENTS = {
    "webhook": ("kms", "secretsmanager", "sqs"),
    "flow": ("dynamodb", "secretsmanager", "sqs"),
    "dispatch": ("dynamodb", "sqs"),
    "officer_reply": ("dynamodb", "s3", "secretsmanager", "sqs"),
    "courier": ("dynamodb", "kms", "secretsmanager", "sqs"),
}
BARE = "import time; t = time.perf_counter(); import boto3; {bare}; print(time.perf_counter() - t)"
OURS = (
    "import time; t = time.perf_counter(); import functions.{name}.handler; "
    "from satark.aws import clients; {ours}; print(time.perf_counter() - t)"
)


def main(assembly: Assembly) -> None:
    print(f"cold start, median of {RUNS} (budget: ratio ≤ {BUDGET})")
    print(f"  {'function':14} {'bare boto3':>10} {'ours':>9} {'ratio':>6}")
    for name, clients in CLIENTS.items():
        with TemporaryDirectory() as folder:
            bare, ours = measure(name, clients, assembly, Path(folder))
        print(f"  {name:14} {bare * 1e3:7.0f} ms {ours * 1e3:6.0f} ms {ours / bare:6.2f}")


def measure(
    name: str, clients: tuple[str, ...], assembly: Assembly, folder: Path
) -> tuple[float, float]:
    """Median seconds: bare, ours. The two take turns, so that a busy moment hits both."""
    path = _path(name, assembly, folder)
    bare = "; ".join(f"boto3.client('{client}')" for client in clients)
    ours = "; ".join(f"clients.{client}()" for client in clients)
    programs = (BARE.format(bare=bare), OURS.format(name=name, ours=ours))
    runs = [[_run(program, path) for program in programs] for _ in range(RUNS)]
    first, second = zip(*runs[1:], strict=True)  # the first run reads the disk
    return statistics.median(first), statistics.median(second)


def _path(name: str, assembly: Assembly, folder: Path) -> str:
    """As Lambda sets it: the code, then the layers, then the runtime."""
    folders = {Path(asset.key).stem: asset.folder for asset in assembly.assets}
    resources = assembly.template["Resources"]
    function = next(
        resource["Properties"]
        for resource in resources.values()
        if resource["Type"] == "AWS::Lambda::Function"
        and resource["Properties"]["Handler"].startswith(f"functions.{name}.")
    )
    layers = [
        folders[_stem(resources[layer["Ref"]]["Properties"]["Content"])]
        for layer in function["Layers"]
    ]
    merge_layers(layers, folder / "opt")
    link_runtime(folder / "runtime")
    code = folders[_stem(function["Code"])]
    return os.pathsep.join(map(str, (code, folder / "opt" / "python", folder / "runtime")))


def _stem(content: dict[str, str]) -> str:
    return Path(content["S3Key"]).stem


def _run(program: str, path: str) -> float:
    environment = {"PYTHONPATH": path, "AWS_DEFAULT_REGION": "ap-south-1", "PATH": os.defpath}
    command = [sys.executable, "-S", "-c", program]
    ended = subprocess.run(command, env=environment, check=True, capture_output=True)
    return float(json.loads(ended.stdout))
