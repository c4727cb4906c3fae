"""What many offices cost, from what one was measured to cost and from what is assumed: the formulas, and the hosts' own limits.

Sizes are in bytes, kB, MB and GB of 1,000, times in seconds. Nothing is measured here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

OFFICES = (1, 50, 552)  # one; a province's; every district, province and the nation's
MB, GB = 1_000_000, 1_000_000_000
NIGHTS = 30  # in a month


@dataclass(frozen=True)
class Office:
    """One office as it was measured. `run` are the seconds of a publishing run behind the installation, with nothing kept;
    `evidence` and `records` what a whole year adds to the repository, `evidence_files` as how many files."""

    name: str
    cold: float
    warm: float
    gate: float
    site: int
    files: int
    first_visit: int
    later_visit: int
    requests: int
    records: int
    evidence: int
    evidence_files: int
    site_evidence: int

    @property
    def run(self) -> float:
        """Checking, building and checking what was built, with nothing kept: what CI does every time."""
        return self.cold + self.gate


@dataclass(frozen=True)
class Assumed:
    """What nobody measured: how often an office publishes beside the night's run, who comes, and what a network adds."""

    pushes: float = 1.0  # a day, each with a proposal that is checked and built before
    visitors: int = 100  # a day
    later_pages: int = 3  # that each opens after the first
    round_trip: float = 0.1  # to an office's host
    trips: int = 4  # of a new connection: TCP, TLS 1.3, request, and one to spare
    workers: int = 32  # that gather at the same time


@dataclass(frozen=True)
class Cost:
    """What a number of offices cost."""

    offices: int
    minutes_a_day: float
    night: float  # minutes until the last of all nightly runs ends where `JOBS` run at the same time
    site: int
    repository_a_year: int
    visits: int  # bytes a month
    requests: int  # a month


def cost(number: int, office: Office, install: float, assumed: Assumed, jobs: int) -> Cost:
    """What offices like this one cost. A push is built twice: as a proposal, and on the main branch."""
    run = install + office.run
    pages = 1 + assumed.later_pages
    bytes_a_visit = office.first_visit + assumed.later_pages * office.later_visit
    visits = assumed.visitors * NIGHTS
    return Cost(
        number,
        number * (1 + 2 * assumed.pushes) * run / 60,
        -(-number // jobs) * run / 60,
        number * office.site,
        number * (office.records + office.evidence),
        number * visits * bytes_a_visit,
        number * visits * (office.requests + 2 * (pages - 1)),
    )


@dataclass(frozen=True)
class Limit:
    """A limit as its owner publishes it: of one site, one account, or one server."""

    host: str
    what: str
    value: float
    source: str


# Where each owner's documentation says so, in the commit of its public repository, as it was read on 27 November 2026.
_PAGES = "github/docs 16e1b80: content/pages/getting-started-with-github-pages/github-pages-limits.md"
_ACTIONS = "github/docs 6a4a926: content/actions/reference/limits.md"
_QUOTAS = "github/docs 0517182: data/reusables/billing/actions-included-quotas.md"
_GITLAB = "gitlabhq/gitlabhq 6e370d7: doc/user/gitlab_com/_index.md"
_CLOUDFLARE = "cloudflare/cloudflare-docs 0d69764: src/content/docs/pages/platform/limits.mdx"
_R2 = "cloudflare/cloudflare-docs 07ec87d: src/content/docs/r2/pricing.mdx"
_S3 = "awsdocs/amazon-s3-userguide 4170c01: doc_source/optimizing-performance.md"
LIMITS = {
    "pages_site": Limit("GitHub Pages", "published site, bytes", 1 * GB, _PAGES),
    "pages_band": Limit("GitHub Pages", "bandwidth of a site a month (soft), bytes", 100 * GB, _PAGES),
    "pages_repo": Limit("GitHub Pages", "source repository (recommended), bytes", 1 * GB, _PAGES),
    "actions_jobs": Limit("GitHub Actions", "jobs at the same time, account on Free", 20, _ACTIONS),
    "actions_minutes": Limit("GitHub Actions", "minutes a month, private repositories on Free", 2000, _QUOTAS),
    "gitlab_site": Limit("GitLab.com", "published site, bytes", 1 * GB, _GITLAB),
    "gitlab_repo": Limit("GitLab.com", "repository with LFS, bytes", 10 * GB, _GITLAB),
    "cf_files": Limit("Cloudflare Pages", "files of a site, Free", 20_000, _CLOUDFLARE),
    "cf_builds": Limit("Cloudflare Pages", "builds a month, Free account", 500, _CLOUDFLARE),
    "cf_projects": Limit("Cloudflare Pages", "projects of an account (soft)", 100, _CLOUDFLARE),
    "r2_reads": Limit("Cloudflare R2", "reads a month without charge", 10_000_000, _R2),
    "r2_store": Limit("Cloudflare R2", "stored without charge, bytes", 10 * GB, _R2),
    "s3_reads": Limit("Amazon S3", "GET a second and prefix, at least", 5500, _S3),
}


def years_until(limit: float, now: float, a_year: float) -> float:
    """After how many years something that grows by so much a year reaches a limit."""
    return max(0.0, limit - now) / a_year if a_year else float("inf")


def reached(office: Office, install: float, assumed: Assumed) -> Iterator[tuple[str, str, float]]:
    """When each limit is reached: its key, in which unit, and how many of it. A site keeps the evidence of all its years."""
    one, many = (cost(number, office, install, assumed, 20) for number in (1, 552))
    yield "pages_site", "years", years_until(LIMITS["pages_site"].value, office.site, office.site_evidence)
    yield "pages_repo", "years", years_until(LIMITS["pages_repo"].value, 0, one.repository_a_year)
    yield "gitlab_site", "years", years_until(LIMITS["gitlab_site"].value, office.site, office.site_evidence)
    yield "gitlab_repo", "years", years_until(LIMITS["gitlab_repo"].value, 0, one.repository_a_year)
    yield "cf_files", "years", years_until(LIMITS["cf_files"].value, office.files, office.files)
    visitors = LIMITS["pages_band"].value / (one.visits / assumed.visitors)
    yield "pages_band", "visitors a day of one office", visitors
    yield "actions_minutes", "offices of one account", LIMITS["actions_minutes"].value / (one.minutes_a_day * NIGHTS)
    runs = (1 + assumed.pushes) * NIGHTS
    yield "cf_builds", "offices of one account", LIMITS["cf_builds"].value / runs
    yield "cf_projects", "offices of one account", LIMITS["cf_projects"].value
    yield "actions_jobs", "minutes for 552 nights of one account", many.night
    yield "r2_reads", "offices of one account", LIMITS["r2_reads"].value / one.requests
    yield "r2_store", "offices of one account, a year old", LIMITS["r2_store"].value / (office.site + office.site_evidence)
    yield "s3_reads", "times the reads a second of 552 offices", LIMITS["s3_reads"].value / (many.requests / (NIGHTS * 86_400))


def gathering(number: int, files: int, seconds_here: float, assumed: Assumed) -> float:
    """Seconds to gather so many files of each office: what it took here without a network, and what the network adds where each
    worker opens one connection to an office and asks for its files in turn."""
    trips = assumed.trips + files - 1
    return seconds_here + -(-number // assumed.workers) * trips * assumed.round_trip
