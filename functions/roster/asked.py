"""What the roster can be asked. Whoever makes one of these holds a number for as long as a call."""

from typing import Annotated, Literal

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, TypeAdapter


class _Asked(BaseModel):
    """`by` is the officer who asks. An error of these models is never printed: it quotes."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    by: str = Field(min_length=1)


class List(_Asked):
    do: Literal["list"]


class Add(_Asked):
    """Cells as in a roster's file."""

    do: Literal["add"]
    name: str
    rank: str
    office: str
    language: str
    number: str = Field(repr=False)
    bsuid: str = Field(default="", repr=False)

    def cells(self) -> dict[str, str]:
        return self.model_dump(exclude={"do", "by"})


class Move(_Asked):
    do: Literal["move"]
    officer: str
    office: str


class Suspend(_Asked):
    """Or, where not `suspended`, the end of it: whatever phone writes next is trusted."""

    do: Literal["suspend"]
    officer: str
    suspended: bool


class File(_Asked):
    """A roster's file. Its good rows are enlisted if `take` is as many as there are."""

    do: Literal["file"]
    content: Base64Bytes = Field(repr=False)
    take: int | None = None


type Asked = List | Add | Move | Suspend | File

ASKED: TypeAdapter[Asked] = TypeAdapter(
    Annotated[Asked, Field(discriminator="do")], config=ConfigDict(hide_input_in_errors=True)
)
