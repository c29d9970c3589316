"""Which tests a session may keep: exactly the ids asked for.

PYTEST_DONT_REWRITE
"""

import json
import os

import pytest

from qaagent_pytest_items import test_id
from qaagent_stream import environment_path, quietly


class Selection:
    """Ids to keep, and hooks that collect no more than they need. `problem` is set when the request cannot be read."""

    def __init__(self, ids, config, problem=""):
        self.wanted = frozenset(ids)
        self.problem = problem
        self._files = set() if problem else _files_of(self.wanted, config)
        self._children = _children_of(self.wanted) if self._files else {}
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
            one = test_id(item, plain)
            (kept if one in self.wanted else dropped).append(item)
            seen.add(one)
        return kept, dropped, sorted(self.wanted - seen)

    def pytest_ignore_collect(self, collection_path):
        return True if quietly(self._can_ignore, collection_path) else None

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makeitem(self, collector, name):
        return [] if quietly(self._can_skip, collector, name) else None

    @pytest.hookimpl(trylast=True)
    def pytest_generate_tests(self, metafunc):
        quietly(self._thin_out, metafunc)

    def _can_ignore(self, path):
        """True when importing this file cannot yield a wanted test. In doubt it is collected."""
        name = str(path)
        base = os.path.basename(name)
        if not self._files or not base.endswith(".py") or base in ("conftest.py", "__init__.py"):
            return False
        if not name.startswith(self._root) or not os.path.isfile(name):
            return False
        return _key(name) not in self._files and _key(os.path.realpath(name)) not in self._files

    def _can_skip(self, collector, name):
        """True when this name of a module or a class cannot yield a wanted test. In doubt it is collected."""
        wanted = self._children.get(collector.nodeid)
        if wanted is None or name in wanted:
            return False
        # A plugin that gives tests other names than their functions have is met by collecting everything.
        return all(hasattr(collector.obj, one) for one in wanted)

    def _thin_out(self, metafunc):
        """Drops the parameter sets that no wanted test has, before an item is made of each. In doubt all stay."""
        # Private to pytest; where it is missing, the items are made and then deselected.
        calls = getattr(metafunc, "_calls", None)
        if not self._children or not isinstance(calls, list):
            return
        name = metafunc.definition.nodeid
        kept = [call for call in calls if "%s[%s]" % (name, call.id) in self.wanted]
        if kept:
            calls[:] = kept


def _children_of(ids):
    """Names of the classes and functions that lead to the ids, by the node id of what holds them."""
    children = {}
    for one in ids:
        names = one.split("[", 1)[0].split("::")
        for at in range(1, len(names)):
            children.setdefault("::".join(names[:at]), set()).add(names[at])
    return children


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
