"""What a collected test is called, where it is declared and how it is marked.

PYTEST_DONT_REWRITE
"""

import os
import re

from qaagent_pytest_errors import file_of
from qaagent_stream import clip, text_of

QUIET_MARKS = frozenset(("parametrize", "usefixtures", "filterwarnings"))


def test_id(item, plain):
    """The node id; where that leaves out the parameters that the item's name has, as Schemathesis' do, with them."""
    nodeid = plain(item.nodeid)
    if nodeid.endswith("]") or not item.name.endswith("]") or item.parent is None:
        return nodeid
    whole = "%s::%s" % (item.parent.nodeid, item.name)
    return whole if whole.startswith(nodeid + "[") else nodeid


def described(item, plain, tree):
    """One test as the `collected` event reports it."""
    one = test_id(item, plain)
    classname, name = _junit_names(one)
    file, line = declared(item, tree)
    test = {"id": one, "name": name, "classname": classname, "file": file, "line": line}
    tags = [_tag(mark) for mark in item.iter_markers() if mark.name not in QUIET_MARKS]
    # Schemathesis makes a test of each operation.
    if isinstance(getattr(item, "operation_label", None), str):
        tags.append("route:%s" % clip(item.operation_label, 200))
    if tags:
        test["tags"] = sorted(set(tags))[:32]
    group = _machine_group(item)
    if group:
        test["together"] = group
    return test


def _machine_group(item):
    """The group of `xdist_group`: its tests share something that only one machine has."""
    mark = item.get_closest_marker("xdist_group")
    if mark is None:
        return ""
    name = mark.args[0] if mark.args else mark.kwargs.get("name", "default")
    return clip(name, 200)


def described_collector(report, tree):
    """A module, a class or a package that was skipped as a whole, as the `collected` event reports a test."""
    classname, name = _junit_names(report.nodeid)
    return {"id": report.nodeid, "name": name, "classname": classname, "file": file_of(report.nodeid, tree), "line": 0}


def _tag(mark):
    """The mark's name; of `route("GET /pets")` also which one."""
    if mark.name == "route" and mark.args and isinstance(mark.args[0], str):
        return "route:%s" % clip(mark.args[0], 200)
    return mark.name


def _junit_names(nodeid):
    """classname and name as pytest's own JUnit writer makes them, so that events and report can be joined."""
    path, bracket, params = nodeid.partition("[")
    names = path.split("::")
    names[0] = re.sub(r"\.py$", "", names[0].replace("/", "."))
    names[-1] += bracket + params
    return ".".join(names[:-1]), names[-1]


def declared(item, tree):
    """File and 1-based line (0 when unknown) of the test function; the collected file when that is not the user's."""
    own = text_of(getattr(item, "path", ""))
    try:
        file, line, _ = item.location
        path = os.path.normpath(os.path.join(tree.root, file))
        if path == own or tree.owns(path):
            return path, line + 1 if line is not None and line >= 0 else 0
    except Exception:
        pass
    return own, 0
