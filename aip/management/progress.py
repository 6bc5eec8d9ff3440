"""How far long work has come: a line that is written over on a terminal, now and then a line elsewhere."""

import sys
import time

BETWEEN = 0.2, 15.0  # seconds between two lines, on a terminal and elsewhere


class Progress:
    """Call it with what is done, how much of how much, and rows if there are any; `end` clears the line."""

    def __init__(self, stream=None, *, unit: str = "files"):
        self.stream = stream or sys.stderr
        self.unit = unit
        self.is_terminal = bool(getattr(self.stream, "isatty", lambda: False)())
        self.what, self.began, self.told = "", 0.0, 0.0

    def __call__(self, what: str, done: int, total: int, rows: int = 0) -> None:
        now = time.monotonic()
        if what != self.what:
            self.what, self.began, self.told = what, now, now
        if now - self.told >= BETWEEN[not self.is_terminal]:
            self.told = now
            self._write(self._line(done, total, rows, now - self.began))

    def end(self) -> None:
        """Leave the terminal as it was."""
        if self.is_terminal and self.what:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def _line(self, done: int, total: int, rows: int, seconds: float) -> str:
        a_second = [f"{done / seconds:,.0f} {self.unit}"] + ([f"{rows / seconds:,.0f} rows"] if rows else [])
        left = (total - done) * seconds / max(done, 1)
        return f"{self.what} {done:,} of {total:,} {self.unit}, {' and '.join(a_second)} a second, {_time(left)} left"

    def _write(self, line: str) -> None:
        self.stream.write(f"\r\x1b[K{line}" if self.is_terminal else f"{line}\n")
        self.stream.flush()


def _time(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
