"""Whether the tests see it when the code decides something else: small changes of it, each put through the tests.

Run by hand: `python tests/benchmarks/mutation.py [findings|records|release|all] [NUMBER] [SEED] [PART]`. It takes NUMBER
changes (120; 0: all) at random of the modules in these folders of `hooks/zona/`, whose path has PART in it, and runs the fast
tests with each: a comparison, an operator, a number, a condition, `min` for `max`, or a result is another. It prints every
change that no test saw. Words are left alone: whether they are right is for readers. What is not the project's own is imported
once; a change then costs a fork. `mutation.yml` says which tests are run, and which changes change nothing.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
CORE, TESTS = ROOT / "hooks" / "zona", ROOT / "tests"
FOLDERS = {name: (name,) for name in ("findings", "records", "release")}
FOLDERS["all"] = tuple(FOLDERS)
SEEN, UNSEEN, TOO_LONG = "caught", "survived", "stopped"
SECONDS = 240  # a change that makes a loop endless is stopped after this

# `nearest`: the tests of a module or folder; `equivalent`: module, function, change, reason.
KNOWN = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}
PLAIN = (ast.Name, ast.Attribute, ast.Call)  # conditions that no other change turns round
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Change:
    """One change of a module: the how-manieth of its changes, where, and what becomes what."""

    path: Path
    number: int
    line: int
    function: str
    text: str

    @property
    def module(self) -> str:
        """The module's path below the core."""
        return self.path.relative_to(CORE).as_posix()

    @property
    def reason(self) -> str | None:
        """Why it changes nothing, where that is known."""
        reason: str | None = KNOWN["equivalent"].get(self.module, {}).get(self.function, {}).get(self.text)
        return reason

    @property
    def tests(self) -> list[str]:
        """The tests that are run with it: each list of `nearest` whose part of the core it lies in; or all of its folder."""
        found = [test for part, tests in KNOWN["nearest"].items() if self.module.startswith(part) for test in tests]
        return found or [self.module.partition("/")[0]]

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.function}: {self.text}"


class Changer(ast.NodeTransformer):
    """Counts the changes that a module offers, and makes the one asked for. What never runs is passed by: annotations,
    decorators."""

    def __init__(self, path: Path, asked: int | None = None) -> None:
        self.path, self.asked = path, asked
        self.found: list[Change] = []
        self.within: list[str] = []
        self.seen = Counter[tuple[str, str]]()

    def visit(self, node: ast.AST) -> ast.AST:
        """Offer the node's own changes, then those within it."""
        for new in alternatives(node):
            text = " → ".join(ast.unparse(item.test if isinstance(item, ast.If) else item) for item in (node, new))
            function = ".".join(self.within)
            again = self.seen[function, text] = self.seen[function, text] + 1
            text += f" ({again})" if again > 1 else ""  # the second of a function that reads so, the third
            self.found.append(Change(self.path, len(self.found), node.lineno, function, text))  # type: ignore[attr-defined]
            if self.found[-1].number == self.asked:
                return ast.copy_location(new, node)
        return super().visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Its defaults and its body."""
        self.within.append(node.name)
        node.args.defaults = [self.visit(item) for item in node.args.defaults]
        node.body = [self.visit(item) for item in node.body]
        self.within.pop()
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Its body."""
        self.within.append(node.name)
        node.body = [self.visit(item) for item in node.body]
        self.within.pop()
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Its value."""
        node.value = node.value and self.visit(node.value)
        return node


def alternatives(node: ast.AST) -> Iterator[ast.AST]:
    """What could stand in a node's place and be wrong."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            ops = [*node.ops[:index], COMPARISONS[type(operator)](), *node.ops[index + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMES:
        yield ast.Call(ast.Name(NAMES[node.func.id], ast.Load()), node.args, node.keywords)
    elif isinstance(node, ast.IfExp) and isinstance(node.test, PLAIN):
        yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    elif isinstance(node, ast.If) and isinstance(node.test, PLAIN):
        yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
    elif isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield ast.Return(ast.Constant(None))


def changes_of(path: Path) -> list[Change]:
    """Every change that a module offers."""
    changer = Changer(path)
    changer.visit(ast.parse(path.read_text(encoding="utf-8")))
    return changer.found


def warm_up() -> None:
    """Import what every run needs, once."""
    sys.path[:0] = [str(ROOT / folder) for folder in ("hooks", "scripts", "tests")]
    for name in ("pytest", "conftest", "jsonschema", "zona.findings.judge", "zona.outputs.change_sentences"):
        import_module(name)
    # A failure is a failure: it need not be made small.
    hypothesis = import_module("hypothesis")
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("quick", hypothesis.settings.get_profile("zona"), phases=phases, max_examples=20)


def put_in(change: Change | None) -> None:
    """Have the project's modules imported anew, one of them with a change: whatever is made of a class, a table or a rule
    while modules are imported is then made of the changed one."""
    for name, module in list(sys.modules.items()):
        path = Path(getattr(module, "__file__", None) or os.devnull)
        if name != "__main__" and path.is_relative_to(ROOT) and ".venv" not in path.parts:
            del sys.modules[name]
    if change:
        tree = ast.parse(change.path.read_text(encoding="utf-8"))
        Changer(change.path, change.number).visit(tree)
        code = compile(ast.fix_missing_locations(tree), str(change.path), "exec")
        written = SourceFileLoader.get_code
        SourceFileLoader.get_code = lambda self, name: code if self.path == str(change.path) else written(self, name)  # type: ignore[method-assign,assignment]


def begin(change: Change | None, tests: list[str]) -> int:
    """Fork a process that runs tests with a change, or as the code is; its id."""
    process = os.fork()
    if process:
        return process
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    failed = 1
    try:
        put_in(change)
        options = ["-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not lambat", "--hypothesis-profile", "quick"]
        options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # what pytest would rewrite is imported already
        # A folder of its own: pytest takes rights to the shared one back, which runs beside it have given.
        with tempfile.TemporaryDirectory(prefix="zi-mutasi-", ignore_cleanup_errors=True) as folder:
            os.environ["PYTEST_DEBUG_TEMPROOT"] = folder
            failed = import_module("pytest").main([*options, *(str(TESTS / test) for test in tests)])
    finally:
        os._exit(bool(failed))


def judged(changes: list[Change]) -> Iterator[tuple[Change, str]]:
    """Each change with what the tests say to it, two at a time."""
    waiting, running = list(reversed(changes)), dict[int, tuple[Change, float]]()
    while waiting or running:
        while waiting and len(running) < 2:
            change = waiting.pop()
            running[begin(change, change.tests)] = (change, time.monotonic())
        time.sleep(0.05)
        for process, (change, start) in list(running.items()):
            ended, status = os.waitpid(process, os.WNOHANG)
            if not ended and time.monotonic() - start > SECONDS:
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
                ended, status = process, -1
            if ended:
                del running[process]
                yield change, TOO_LONG if status == -1 else SEEN if status else UNSEEN


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", choices=FOLDERS, default="all")
    parser.add_argument("number", nargs="?", type=int, default=120)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("part", nargs="?", default="")
    return parser.parse_args()


def main(folder: str, number: int, seed: int, part: str) -> None:
    """Take changes at random, and print what the tests did not see."""
    modules = [path for name in FOLDERS[folder] for path in sorted((CORE / name).rglob("*.py"))]
    every = [change for path in modules for change in changes_of(path)]
    name_strangers(every)
    every = [change for change in every if part in change.module]
    chosen = random.Random(seed).sample(every, number) if 0 < number < len(every) else every
    asked = [change for change in chosen if not change.reason]
    print(f"{len(every)} changes, {len(chosen)} taken with seed {seed}, {len(chosen) - len(asked)} known to change nothing")
    os.chdir(ROOT)
    warm_up()
    _, status = os.waitpid(begin(None, sorted({test for change in asked for test in change.tests})), 0)
    if status:
        sys.exit("the tests fail without any change")
    caught = 0
    for change, said in judged(asked):
        caught += said != UNSEEN
        if said != SEEN:
            print(f"{said}: {change}", flush=True)
    print(f"{caught} of {len(asked)} caught with seed {seed}: {caught / max(len(asked), 1):.1%}")


def name_strangers(every: list[Change]) -> None:
    """Say which known changes the code no longer offers: where the code changed, its reason may be gone too."""
    offered = {(change.module, change.function, change.text) for change in every}
    folders = {change.module.partition("/")[0] for change in every}
    for module, functions in KNOWN["equivalent"].items():
        for function, texts in functions.items() if module.partition("/")[0] in folders else ():
            for text in texts:
                if (module, function, text) not in offered:
                    print(f"known, but no change any more: {module}: {function}: {text}")


if __name__ == "__main__":
    main(**vars(arguments()))
