"""A headless Chromium, and the built sites served to it by a real nginx on the loopback address; all end with the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from figures import FIGURES
from playwright.sync_api import Browser, sync_playwright
from servers import nginx
from support.system_tools import program
from sweep import ARGUMENTS


@pytest.fixture(scope="session")
def chromium() -> str:
    """The system's Chromium; `ZI_CHROMIUM` names another."""
    return program("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests; each opens contexts of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Serve a folder, at the root of its host or below a prefix; returns its address."""
    nginx_program = program("nginx")
    with ExitStack() as running:

        @cache
        def start(folder: Path, prefix: str = "/") -> str:
            return running.enter_context(nginx(nginx_program, folder, tmp_path_factory.mktemp("nginx"), prefix))

        yield start


@pytest.fixture(scope="session")
def alamat(contoh: Path, serve: Callable[..., str]) -> str:
    """The sample office's address, below the path that it is built for."""
    return serve(contoh, "/zi/")


@pytest.fixture(scope="session")
def address(situs: Path, serve: Callable[..., str]) -> str:
    """The real site's address: as it has none of its own yet, the root of its host."""
    return serve(situs)


def pytest_configure(config: pytest.Config) -> None:
    """Room for what is measured."""
    config.stash[FIGURES] = {}


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where the tests run in several processes, each gives what it measured to the one that prints."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = session.config.stash[FIGURES]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """One of the processes is done."""
    node.config.stash[FIGURES] |= getattr(node, "workeroutput", {}).get("figures", {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was measured, also when everything holds."""
    for title, lines in config.stash.get(FIGURES, {}).items():
        terminalreporter.section(title)
        for line in lines:
            terminalreporter.write_line(line)
