"""What a page was found to be, as it was measured and read, and the figures as a table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Visit:
    """What one visit brought over the wire, evidence pictures counted by themselves."""

    requests: int = 0
    bytes: int = 0
    pictures: int = 0
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


@dataclass
class PageRead:
    """What a page is like to read: its length in screens of a phone, folds as they come; at each width the broken words, sizes
    of type that are none of ours, lists whose dots or numbers are cut off, and what is wider than the window, each with the
    place where it stands."""

    path: str
    kind: str = ""
    screens: float = 0.0
    broken: dict[int, list[str]] = field(default_factory=dict)
    sizes: dict[int, list[str]] = field(default_factory=dict)
    lists: dict[int, list[str]] = field(default_factory=dict)
    overflow: dict[int, list[str]] = field(default_factory=dict)


@dataclass
class Measured(PageRead):
    """One page: `path` below the site, `kind` as its data-halaman says, and whatever was found."""

    status: int = 0
    first: Visit = field(default_factory=Visit)
    later: Visit = field(default_factory=Visit)
    shift: float = 0.0
    moved: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    policy: list[str] = field(default_factory=list)
    structure: list[str] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    axe: dict[str, list[str]] = field(default_factory=dict)
    skip_link: str = ""
    kept: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Everything that is wrong with the page, its weight and its text excepted, in words."""
        lists = (self.console, self.policy, self.structure, self.small, self.low, self.kept, self.moved, *self.axe.values())
        visits = [item for visit in (self.first, self.later) for item in (*visit.failed, *visit.foreign)]
        wide = [f"{width}: {item}" for width, items in self.overflow.items() for item in items]
        skip = [self.skip_link] if self.skip_link else []
        return [*(item for items in lists for item in items), *visits, *wide, *skip]


def page_table(pages: list[Measured]) -> list[str]:
    """The figures as lines: a head, one line a page, and the largest of each."""
    columns = ("permintaan", "KB pertama", "KB berikut", "KB foto", "axe", "lebar", "geser")
    rows = [
        (
            page.first.requests,
            page.first.bytes / 1000,
            page.later.bytes / 1000,
            page.first.pictures / 1000,
            sum(map(len, page.axe.values())),
            sum(map(bool, page.overflow.values())),
            page.shift,
        )
        for page in pages
    ]
    named = [(page.path or "(beranda)", row) for page, row in zip(pages, rows, strict=True)]
    named.append((f"terbesar dari {len(pages)} halaman", tuple(max(column) for column in zip(*rows, strict=True))))
    form = "{:36} {:10} {:10.1f} {:10.1f} {:7.1f} {:5} {:5} {:5.3g}"
    return [
        "{:36} {:>10} {:>10} {:>10} {:>7} {:>5} {:>5} {:>5}".format("halaman", *columns),
        *(form.format(name, *row) for name, row in named),
    ]
