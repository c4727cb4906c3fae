"""An act of an office's diary, and how it is written into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from support.code_host import Desk
from support.zi_command import CONTOH

TIM, SEKRETARIS, KETUA = "Tim Kerja Zona Integritas", "Sekretaris", "Ketua"
EVIDENCE = CONTOH / "data" / "bukti" / "2026"
# Of a year: how many records are published, how many periods are fulfilled, how many wait for their verification.
Numbers = tuple[int, int, int]


@dataclass(frozen=True)
class Act:
    """One act of the diary: when, by whom, what, and the numbers that are published from then on, by year."""

    day: str
    who: str
    do: Callable[[Desk], None]
    numbers: dict[int, Numbers]
    says: str = ""
    code: bool = False

    @property
    def title(self) -> str:
        """The act in a sentence."""
        return (self.do.__doc__ or "").strip()


class Diary(list[Act]):
    """Acts in the order of their days."""

    def act(
        self, day: str, who: str, numbers: dict[int, Numbers] | None = None, *, says: str = "", code: bool = False
    ) -> Callable[[Callable[[Desk], None]], None]:
        """Write the decorated act into the diary. Numbers of years that are not given stay as they were; `says` must be on the
        home page from then on; `code` marks what is more than data and prose."""
        before = self[-1].numbers if self else {2026: (1, 0, 1)}
        return lambda do: self.append(Act(day, who, do, before | (numbers or {}), says, code))
