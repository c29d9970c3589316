"""Which tests a session may keep: exactly the ids asked for.

PYTEST_DONT_REWRITE
"""

import json
import os

from qaagent_stream import environment_path


class Selection:
    """Ids to keep and the files that cannot hold any of them. `problem` is set when the request cannot be read."""

    def __init__(self, ids, config, problem=""):
        self.wanted = frozenset(ids)
        self.problem = problem
        self._files = set() if problem else _files_of(self.wanted, config)
        self._root = os.path.join(os.path.abspath(str(config.rootpath)), "")

    @classmethod
    def from_environment(cls, config):
        path = environment_path("QAAGENT_SELECT")
        if not path:
            return None
        try:
            with open(path, encoding="utf-8") as file:
                ids = json.load(file)
            if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
                raise ValueError("not an array of strings")
            return cls(ids, config)
        except (OSError, ValueError) as error:
            return cls((), config, "cannot read the tests to select (%s): %s" % (path, error))

    def split(self, items, plain):
        """(kept, dropped, missing ids). Everything is kept when the request could not be read."""
        if self.problem:
            return list(items), [], []
        kept, dropped, seen = [], [], set()
        for item in items:
            nodeid = plain(item.nodeid)
            (kept if nodeid in self.wanted else dropped).append(item)
            seen.add(nodeid)
        return kept, dropped, sorted(self.wanted - seen)

    def can_ignore(self, path):
        """True when importing this file cannot yield a wanted test. In doubt it is collected."""
        name = str(path)
        base = os.path.basename(name)
        if not self._files or not base.endswith(".py") or base in ("conftest.py", "__init__.py"):
            return False
        if not name.startswith(self._root) or not os.path.isfile(name):
            return False
        return _key(name) not in self._files and _key(os.path.realpath(name)) not in self._files


def _key(path):
    return os.path.normcase(os.path.normpath(path))


def _files_of(ids, config):
    """Files of the ids, or nothing at all when one of them is not where its id says."""
    # Ids are relative to rootdir, save those of files outside it, and plugins may invent their own.
    if config.getoption("pyargs", False):
        return set()
    files = set()
    for one in ids:
        path = os.path.join(str(config.rootpath), one.split("::", 1)[0])
        if not os.path.isfile(path):
            return set()
        files.update((_key(path), _key(os.path.realpath(path))))
    for argument in config.invocation_params.args:
        path = os.path.join(str(config.invocation_params.dir), str(argument).split("::", 1)[0])
        files.update((_key(path), _key(os.path.realpath(path))))
    return files
