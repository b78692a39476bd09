"""What needs Django: `python -m benchmarks.inside TASK ARGUMENTS` does it and prints JSON."""

import json
import sys
from collections.abc import Callable
from typing import Any

import django


def main(task: str, arguments: str) -> None:
    django.setup()
    from benchmarks import filling, profiling, reading  # they import models

    tasks: dict[str, Callable[..., Any]] = {
        "fill": filling.fill,
        "keys": reading.keys,
        "pages": reading.pages,
        "plans": reading.plans,
        "profile": profiling.profile,
    }
    json.dump(tasks[task](**json.loads(arguments)), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
