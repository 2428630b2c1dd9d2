"""Summarise an access log: requests, server errors and latency per route."""
from __future__ import annotations

import math
import re
import sys
from dataclasses import dataclass, field
from typing import Iterable

LINE = re.compile(
    r'^\S+ \S+ \S+ \[[^\]]+\] '
    r'"(?P<method>[A-Z]+) (?P<path>\S+) HTTP/[\d.]+" '
    r"(?P<status>\d{3}) \d+ (?P<millis>\d+(?:\.\d+)?)$"
)
NUMERIC_SEGMENT = re.compile(r"/\d+(?=/|$)")


@dataclass
class RouteStats:
    route: str
    millis: list[float] = field(default_factory=list)
    errors: int = 0

    def add(self, status: int, millis: float) -> None:
        self.millis.append(millis)
        if status >= 500:
            self.errors += 1

    def percentile(self, p: float) -> float:
        """Nearest-rank percentile; p from 0 to 100."""
        rank = math.ceil(p / 100 * len(self.millis))
        return sorted(self.millis)[max(rank, 1) - 1]


def route_of(method: str, path: str) -> str:
    """/orders/17/items?page=2 and /orders/9/items are the same route."""
    path = path.partition("?")[0]
    return f"{method} {NUMERIC_SEGMENT.sub('/:id', path)}"


def summarise(lines: Iterable[str]) -> tuple[list[RouteStats], int]:
    routes: dict[str, RouteStats] = {}
    skipped = 0
    for line in lines:
        match = LINE.match(line.rstrip())
        if match is None:
            skipped += 1
            continue
        route = route_of(match["method"], match["path"])
        stats = routes.setdefault(route, RouteStats(route))
        stats.add(int(match["status"]), float(match["millis"]))
    slowest_first = sorted(routes.values(), key=lambda s: (-s.percentile(95), s.route))
    return slowest_first, skipped


def main() -> int:
    routes, skipped = summarise(sys.stdin)
    print(f"{'route':<36}{'count':>8}{'errors':>8}{'p50 ms':>10}{'p95 ms':>10}")
    for s in routes:
        print(
            f"{s.route:<36}{len(s.millis):>8}{s.errors:>8}"
            f"{s.percentile(50):>10.1f}{s.percentile(95):>10.1f}"
        )
    if skipped:
        print(f"{skipped} lines skipped", file=sys.stderr)
    return 0 if routes else 1


if __name__ == "__main__":
    sys.exit(main())
