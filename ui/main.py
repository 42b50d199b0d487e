"""Where the program begins: a command goes to the command line, anything else opens the window.

Qt is imported for the window alone; the clock is read here and handed on.
"""

import sys
from datetime import date, datetime
from pathlib import Path

DATA = "--data"
JOURNEY = "--journey"  # DIR: what a package is tried with


def main() -> int:
    arguments = sys.argv[1:]
    if arguments[:1] == [JOURNEY]:
        from ui.journey import main as journey

        return journey(["--out", *arguments[1:]])
    if not is_for_window(arguments):
        from ui.command_line import main as command_line

        return command_line(arguments)
    from ui.screen import trouble_with_screen

    if sentence := trouble_with_screen():
        sys.stderr.write(f"{sentence}\n")
        return 2
    from ui.window import run

    return run(data_of(arguments), date.today, datetime.now)


def is_for_window(arguments: list[str]) -> bool:
    """Nothing was asked for but, perhaps, a data folder."""
    if len(arguments) == 2 and arguments[0] == DATA:
        return True
    return all(one.startswith(f"{DATA}=") for one in arguments)


def data_of(arguments: list[str]) -> Path | None:
    if not arguments:
        return None
    return Path(arguments[-1].removeprefix(f"{DATA}="))


if __name__ == "__main__":
    sys.exit(main())
