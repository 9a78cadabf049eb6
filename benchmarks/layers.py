"""Unzipped size of the layers. Budget: 15 MB for the common one; Lambda takes 250 MB in all."""

from pathlib import Path

from local.cloud.assembly import Assembly

COMMON_MB = 15


def main(assembly: Assembly) -> None:
    folders = {Path(asset.key).stem: asset.folder for asset in assembly.assets}
    print(f"layers, unzipped (budget: common ≤ {COMMON_MB} MB)")
    for logical_id, resource in assembly.template["Resources"].items():
        if resource["Type"] == "AWS::Lambda::LayerVersion":
            stem = Path(resource["Properties"]["Content"]["S3Key"]).stem
            print(f"  {logical_id[6:-8]:14} {_megabytes(folders[stem]):6.1f} MB")


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
