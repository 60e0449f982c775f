"""Results are kept in docs/reliability.md, each between two comments that name the script."""

import os
import pathlib
import platform
import re
import time

PAGE = pathlib.Path(__file__).resolve().parent.parent.parent / "docs/reliability.md"


def record(script, head, rows):
    """Puts a table in the place of the last one, with the day and the kind of machine."""
    user = "as the superuser" if os.geteuid() == 0 else "as a user"
    when = f"On {time.strftime('%Y-%m-%d')}, {platform.system()} on {os.cpu_count()} cores, {user}:"
    lines = [when, "", f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *(f"| {' | '.join(map(str, row))} |" for row in rows)]
    text = PAGE.read_text()
    new, count = re.subn(rf"(?s)(<!-- {script} -->\n).*?(\n<!-- end -->)", lambda it: it[1] + "\n".join(lines) + it[2], text)
    assert count == 1, f"{PAGE} has no place for {script}"
    PAGE.write_text(new)
