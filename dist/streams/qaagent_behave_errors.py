"""From exceptions that Behave caught, or did not, to messages and places. Text is bounded here."""

import linecache
import os
import re
import traceback

from qaagent_stream import DETAILS_CHARS, MESSAGE_CHARS, clip, exception_line, text_of


def first_line(text):
    lines = [line.strip() for line in text_of(text or "").split("\n") if line.strip()]
    return lines[0] if lines else ""


def place_of(error, trace, tree):
    """Deepest frame in the project's features folder, else in the project."""
    if error is None:
        return "", 0
    frames = tree.frames(trace or error.__traceback__)
    for inside in (tree.is_preferred, lambda file: True):
        matching = [frame for frame in frames if inside(frame[0])]
        if matching:
            return matching[-1]
    return "", 0


def trace_of(error, tree, trace=None):
    """The traceback from the first frame of the project on; whole when the project has none."""
    whole = trace or error.__traceback__
    own = whole
    while own is not None and not tree.owns(own.tb_frame.f_code.co_filename):
        own = own.tb_next
    return "".join(traceback.format_exception(type(error), error, own or whole))


def step_message(error, file, line):
    """`Type: message`; a bare assert says what it asserts."""
    message = exception_line(error)
    source = linecache.getline(file, line).strip() if file else ""
    if isinstance(error, AssertionError) and message == "AssertionError" and source.startswith("assert "):
        return "AssertionError: %s" % source
    return message


def _line_in(message):
    # Behave 1.2.6 reports the line of a broken feature in words alone.
    found = re.search(r"\bline (\d{1,9})\b", message[:MESSAGE_CHARS])
    return int(found.group(1)) if found else 0


def error_fields(error, tree, what):
    """The fields of an `error` event."""
    file, line = place_of(error, None, tree)
    if not file and getattr(error, "filename", None):
        file = os.path.abspath(os.path.join(tree.root, text_of(error.filename)))
        line = getattr(error, "line", None) or getattr(error, "lineno", None) or _line_in(text_of(error))
    return {
        "message": clip("%s: %s" % (what, exception_line(error))),
        "details": clip(trace_of(error, tree), DETAILS_CHARS),
        "file": file,
        "line": line if isinstance(line, int) else 0,
    }
