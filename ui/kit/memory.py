"""What the window remembers from one day to the next: widths, its own place, the last printer."""

import json
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path


class Memory(MutableMapping[str, str]):
    """A small file of texts, a convenience only: unreadable it is empty, unwritable left alone."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._texts: dict[str, str] = {}
        with suppress(OSError, ValueError):
            found = json.loads(file.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                self._texts = {str(key): str(value) for key, value in found.items()}
        self._kept = dict(self._texts)

    def keep(self) -> None:
        """Write what has changed, whole or not at all."""
        if self._texts == self._kept:
            return
        part = self._file.with_suffix(".part")
        with suppress(OSError):
            part.write_text(json.dumps(self._texts, ensure_ascii=False, indent=1), encoding="utf-8")
            part.replace(self._file)
            self._kept = dict(self._texts)

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __setitem__(self, key: str, value: str) -> None:
        self._texts[key] = value

    def __delitem__(self, key: str) -> None:
        del self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
