"""Makes the world fail under the program, and looks at what it does then.

    python3 .ci/faulty [--quick] [--record] [--program FILE] [JOB]...

It must never panic, never claim success with output that is missing or wrong, and leave the old file or the whole new
one. Each job is a file here and says what it tries; without any named, all are done. --quick tries a part of the cases,
spread evenly. What cannot be tried here is said, with the reason. The exit code is 1 if anything failed.
"""

import argparse
import pathlib
import signal
import sys
import time

import calls
import commands
import files
import indexes
import prompt
import sources
import streams
import surroundings
import typed
import world
import written
from table import TABLE

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
JOBS = {
    "files": files, "typed": typed, "commands": commands, "written": written, "streams": streams, "sources": sources,
    "surroundings": surroundings, "indexes": indexes, "prompt": prompt,
}
TRACED = {"commands", "sources", "indexes"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"one of {', '.join(JOBS)}")
    parser.add_argument("--quick", action="store_true", help="try a part of the cases")
    parser.add_argument("--record", action="store_true", help="put the table into docs/reliability.md")
    parser.add_argument("--program", default=ROOT / "target/release/faq", type=pathlib.Path)
    arguments = parser.parse_args()
    for job in arguments.jobs:
        if job not in JOBS:
            parser.error(f"no job {job}; there are {', '.join(JOBS)}")
    if arguments.record and (arguments.jobs or arguments.quick):
        parser.error("only what all jobs gave is recorded")
    if not arguments.program.exists():
        sys.exit(f"there is no {arguments.program}: cargo build --release")
    # What is started in the background is told to pass over some signals, and so would be all that it starts.
    for ignored in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_DFL)
    obstacle = calls.obstacle()
    world.take(arguments.program)
    begin = time.monotonic()
    try:
        for name in arguments.jobs or JOBS:
            TABLE.job = name
            if name in TRACED and obstacle:
                TABLE.not_tried(f"all of {name}", obstacle)
            else:
                JOBS[name].run(arguments.quick)
                print(f"{name}: done after {time.monotonic() - begin:.0f} s", file=sys.stderr)
    finally:
        world.give_back()
    TABLE.show()
    if arguments.record:
        TABLE.record()
    sys.exit(1 if TABLE.totals()[1] else 0)


main()
