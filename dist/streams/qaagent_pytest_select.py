"""Which tests a session may keep: exactly the ids asked for, in the order in which they are asked for.

A rerun imports, collects and parametrizes everything that the first attempt did: a module that is not imported, or a hook
that sees fewer items, would make it another program.

PYTEST_DONT_REWRITE
"""

import json

from qaagent_pytest_items import test_id
from qaagent_stream import environment_path


class Selection:
    """Ids to keep. `problem` is set when the request cannot be read."""

    def __init__(self, ids, problem=""):
        self.problem = problem
        self._places = {}
        for place, one in enumerate(ids):
            self._places.setdefault(one, place)

    @classmethod
    def from_environment(cls):
        path = environment_path("QAAGENT_SELECT")
        if not path:
            return None
        try:
            with open(path, encoding="utf-8") as file:
                ids = json.load(file)
            if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
                raise ValueError("not an array of strings")
            return cls(ids)
        except (OSError, ValueError) as error:
            return cls((), "cannot read the tests to select (%s): %s" % (path, error))

    def split(self, items, plain):
        """(kept, dropped, missing ids). Everything is kept when the request could not be read."""
        if self.problem:
            return list(items), [], []
        kept, dropped, seen = [], [], set()
        for item in items:
            place = self._places.get(test_id(item, plain))
            if place is None:
                dropped.append(item)
            else:
                kept.append((place, item))
                seen.add(place)
        kept.sort(key=lambda pair: pair[0])
        missing = sorted(one for one, place in self._places.items() if place not in seen)
        return [item for _, item in kept], dropped, missing
