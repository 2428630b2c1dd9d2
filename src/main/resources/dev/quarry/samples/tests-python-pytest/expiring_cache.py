"""A least-recently-used cache whose entries expire."""
from collections import OrderedDict
from time import monotonic
from typing import Callable, Generic, Hashable, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class ExpiringCache(Generic[K, V]):
    """Keeps at most max_entries values, each for ttl_seconds after it was put.

    Reading a value marks it as used but does not prolong its life.
    """

    def __init__(
        self,
        max_entries: int,
        ttl_seconds: float,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        if max_entries < 1:
            raise ValueError("max_entries must be at least 1")
        if ttl_seconds <= 0:
            raise ValueError("ttl_seconds must be positive")
        self._max_entries = max_entries
        self._ttl_seconds = ttl_seconds
        self._clock = clock
        self._entries: OrderedDict[K, tuple[V, float]] = OrderedDict()
        self.hits = 0
        self.misses = 0

    def put(self, key: K, value: V) -> None:
        self._entries[key] = (value, self._clock() + self._ttl_seconds)
        self._entries.move_to_end(key)
        self._drop_expired()
        while len(self._entries) > self._max_entries:
            self._entries.popitem(last=False)

    def get_or_load(self, key: K, load: Callable[[K], V]) -> V:
        """The cached value, or the result of load, which is then cached."""
        self._drop_expired()
        if key in self._entries:
            self.hits += 1
            self._entries.move_to_end(key)
            return self._entries[key][0]
        self.misses += 1
        value = load(key)
        self.put(key, value)
        return value

    def __contains__(self, key: K) -> bool:
        entry = self._entries.get(key)
        return entry is not None and self._clock() < entry[1]

    def __len__(self) -> int:
        self._drop_expired()
        return len(self._entries)

    def _drop_expired(self) -> None:
        now = self._clock()
        for key in [k for k, (_, until) in self._entries.items() if until <= now]:
            del self._entries[key]
