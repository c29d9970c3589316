"""From exceptions that pytest caught to messages and places. Text is bounded here.

PYTEST_DONT_REWRITE
"""

import os
import traceback

from qaagent_stream import DETAILS_CHARS, clip, exception_line, text_of, type_name


def file_of(nodeid, tree):
    """The file that a node id names, when it is there."""
    path = os.path.join(tree.root, nodeid.split("::", 1)[0])
    return path if os.path.isfile(path) else ""


def headline(excinfo, node, tree):
    """Message, type and place of an exception that pytest caught for a test or while collecting."""
    error = excinfo.value
    cause = _cause_of_load_failure(error)
    file, line = place_of(excinfo if cause is error else cause, node, tree)
    if not file and getattr(error, "path", None) is not None:
        file = text_of(error.path)
    return {"message": clip(exception_line(cause)), "type": type_name(type(cause)), "file": file, "line": line}


def _cause_of_load_failure(error):
    """What a test module or a conftest raised, out of the exception that pytest puts around it."""
    name = type(error).__name__
    if name == "CollectError" and error.__cause__ is not None:
        return error.__cause__
    if name == "ConftestImportFailure":
        return getattr(error, "cause", None) or error.excinfo[1]
    return error


def place_of(failure, node, tree):
    """Where the user's own code failed: the test's file first, then its folder's, then any below rootdir."""
    error = getattr(failure, "value", failure)
    frames = tree.frames(getattr(failure, "tb", None) or error.__traceback__)
    if isinstance(error, SyntaxError) and error.filename and tree.owns(error.filename):
        return os.path.abspath(error.filename), error.lineno or 0
    own = text_of(getattr(node, "path", "") or "")
    folder = os.path.join(os.path.dirname(own), "")
    for fits in (lambda file: file == own, lambda file: own and file.startswith(folder), lambda file: True):
        matching = [frame for frame in frames if fits(frame[0])]
        if matching:
            return matching[-1]
    return "", 0


def collect_failure(report, tree):
    """The fields of a `collect-error` event."""
    fact = getattr(report, "qaagent", None) or {}
    details = text_of(report.longreprtext if hasattr(report, "longreprtext") else report.longrepr)
    lines = [line for line in details.strip().split("\n") if line.startswith("E ")] or details.strip().split("\n")
    file = fact.get("file") or file_of(report.nodeid, tree)
    return {
        "id": report.nodeid or (os.path.relpath(file, tree.root).replace(os.sep, "/") if file else ""),
        "file": file,
        "line": fact.get("line", 0),
        "message": fact.get("message") or clip(lines[-1].lstrip("E ").strip()),
        "details": clip(details, DETAILS_CHARS),
    }


def conftest_failure(error, tree):
    """(message, details, place) of an error that stopped pytest before it could collect."""
    cause = _cause_of_load_failure(error)
    trace = "".join(traceback.format_exception(type(cause), cause, cause.__traceback__))
    place = place_of(cause, None, tree)
    message = exception_line(cause)
    path = getattr(error, "path", None)
    if path is not None:
        message = "%s (while loading %s)" % (message, text_of(path))
        place = place if place[0] else (text_of(path), 0)
    return message, trace, place
