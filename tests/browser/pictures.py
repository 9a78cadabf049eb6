"""Screenshots to be looked at, by day and by night."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "screenshots"
LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def picture(page: Page, name: str) -> None:
    for light in LIGHTS:
        page.emulate_media(color_scheme=light)
        page.screenshot(path=FOLDER / f"{name}-{light}.png", animations="disabled")
    page.emulate_media(color_scheme="light")
