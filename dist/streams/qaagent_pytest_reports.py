"""From pytest's items, reports and exceptions to the fields of events. Text is bounded here.

PYTEST_DONT_REWRITE
"""

import os
import re

from qaagent_pytest_errors import file_of
from qaagent_pytest_items import declared
from qaagent_stream import DETAILS_CHARS, clip, exception_line, text_of

PHASES = ("setup", "call", "teardown")
# pytest-timeout fails a test by an exception of pytest itself.
TIMEOUT = re.compile(r"(Failed: )?Timeout \(?>[\d.]{1,20}s\)?( from pytest-timeout\.?)?$")
SEVERITY = ("passed", "skipped", "xfailed", "error", "failed", "crashed")


def splits_a_try(report):
    """True for the word by which pytest-retry says that the next reports belong to another try of the test.

    pytest-rerunfailures' `rerun` does not: it brackets every try with logstart and logfinish.
    """
    return report.outcome not in ("passed", "failed", "skipped", "rerun")


def _is_subtest(report):
    return getattr(report, "context", None) is not None


def _status(report):
    if report.when not in PHASES:
        return "crashed"
    if report.outcome == "passed":
        return "passed"
    if report.outcome == "skipped":
        if _is_subtest(report):
            return "passed"
        return "xfailed" if hasattr(report, "wasxfail") else "skipped"
    return "failed" if report.when == "call" else "error"


def fold(reports, facts, item, tree):
    """The fields of one `end` event: the worst that setup, call, teardown and subtests reported."""
    status, chosen = _worst(reports)
    try:
        return _fold(status, chosen, reports, facts, item, tree)
    except Exception as error:
        # A report that cannot be read (an exception or a plugin plays tricks) must not hide that the test failed.
        phase = text_of(getattr(chosen, "when", "") or "")
        return _fields(status, phase, message="the report cannot be read: %s" % clip(exception_line(error)))


def skipped_collector(report):
    """The fields of the `end` event of what was skipped while it was collected."""
    return _fields("skipped", "", message=clip(_reason([], report)))


def _worst(reports):
    status, chosen = "passed", None
    for report in reports:
        found = _status(report)
        if chosen is None or SEVERITY.index(found) > SEVERITY.index(status):
            status, chosen = found, report
    return status, chosen


def _fields(status, phase, message="", duration=0):
    return {
        "status": status,
        "phase": phase,
        "durationMs": duration,
        "message": message,
        "type": "",
        "details": "",
        "file": "",
        "line": 0,
    }


def _fold(status, chosen, reports, facts, item, tree):
    bad = [report for report in reports if _status(report) in ("failed", "error", "crashed")]
    own = [report for report in reports if not _is_subtest(report)]
    phase = chosen.when if status in ("failed", "error") else ""
    duration = round(sum(getattr(report, "duration", 0) or 0 for report in own) * 1000, 3)
    fields = _fields(status, phase, duration=duration)
    if bad:
        fields.update(_failure(chosen, bad, facts.get(id(chosen)), item, tree))
        if TIMEOUT.match(fields["message"]):
            fields["status"] = "timeout"
        output = clip(_output(own, bad), DETAILS_CHARS)
        if output:
            fields["output"] = output
    elif chosen is not None:
        fields["message"] = clip(_reason(reports, chosen))
    return fields


def _failure(chosen, bad, fact, item, tree):
    message = _message(chosen.longrepr)
    if _is_subtest(chosen):
        message = "%s %s" % (_subtest_name(chosen), message)
    place = (
        _place_in_report(chosen.longrepr, tree) if fact is None or not fact["file"] else (fact["file"], fact["line"])
    )
    if not place[0]:
        place = declared(item, tree) if item is not None else (file_of(chosen.nodeid, tree), 0)
    return {
        "message": clip(message or (fact or {}).get("message", "")),
        "type": fact["type"] if fact else _type_in(message),
        "details": _details(chosen, bad),
        "file": place[0],
        "line": place[1],
    }


def _details(chosen, bad):
    """The failure that the message is of, then up to seven others of the same test."""
    if len(bad) == 1:
        return clip(bad[0].longreprtext, DETAILS_CHARS)
    share = DETAILS_CHARS // min(len(bad), 8)
    others = [report for report in bad if report is not chosen]
    parts = [clip(chosen.longreprtext, share)]
    for report in others[:7]:
        title = _subtest_name(report) if _is_subtest(report) else text_of(report.when)
        parts.append("[another failure of this test]\n[%s]\n%s" % (title, clip(report.longreprtext, share)))
    if len(others) > 7:
        parts.append("[... %d more failures left out ...]" % (len(others) - 7))
    return "\n\n".join(parts)


def _output(own, bad):
    # Sections accumulate from phase to phase; subtests keep theirs to themselves.
    sections = list(own[-1].sections) if own else []
    for report in bad:
        if _is_subtest(report):
            sections += [section for section in report.sections if section not in sections]
    return "\n".join("[%s]\n%s" % (title, text) for title, text in sections if text)


def _reason(reports, chosen):
    """Why a test was skipped, or failed as expected, or passed although a failure was expected."""
    if isinstance(chosen.longrepr, tuple):
        return re.sub(r"^Skipped: ", "", text_of(chosen.longrepr[2]))
    for report in reports:
        if hasattr(report, "wasxfail"):
            reason = re.sub(r"^reason: ", "", text_of(report.wasxfail))
            return ("xpassed: " + reason) if report.outcome == "passed" else reason
    return ""


def _subtest_name(report):
    for method in ("_sub_test_description", "sub_test_description"):
        if hasattr(report, method):
            return text_of(getattr(report, method)())
    return "(subtest)"


def _message(longrepr):
    crash = getattr(longrepr, "reprcrash", None)
    if crash is not None:
        return text_of(crash.message)
    if hasattr(longrepr, "errorstring"):
        return text_of(longrepr.errorstring).strip().split("\n")[0]
    text = text_of(longrepr or "").strip()
    if hasattr(longrepr, "reprlocation_lines"):
        return " ".join(text[text.rfind("Expected:") :].split("\n/")[0].split()) if "Expected:" in text else text[-500:]
    return text


def _type_in(message):
    found = re.match(r"[A-Za-z_][\w.]{0,200}", message)
    word = found.group(0) if found else ""
    return word if word.endswith(("Error", "Exception", "Failed", "Exit", "Interrupt", "Warning")) else ""


def _place_in_report(longrepr, tree):
    places = []
    if hasattr(longrepr, "reprlocation_lines"):
        places += [(one.path, one.lineno) for one, _ in longrepr.reprlocation_lines]
    if hasattr(longrepr, "errorstring"):
        places.append((text_of(longrepr.filename), (longrepr.firstlineno or 0) + 1))
    crash = getattr(longrepr, "reprcrash", None)
    if crash is not None:
        places.append((crash.path, crash.lineno))
    for file, line in places:
        path = os.path.join(tree.root, text_of(file))
        if line and tree.owns(path):
            return os.path.abspath(path), line
    return "", 0
